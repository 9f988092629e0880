import type { Encoder } from '@parley/inference'
import { detectLanguage } from '@parley/text'
import { createHybridIndex } from '../src/hybrid-index'
import { type LabelledQuestion, type Outcome, observe, type Situation } from '../src/train-answer-model'
import { readHandbook } from './read-handbook'

/** Which documents stand beside the one a question was written on. */
export type Setting = 'all' | 'half' | 'same-language' | 'alone' | 'few' | 'absent' | 'half-absent' | 'few-absent'

export interface PlacedSituation extends Situation {
  readonly setting: Setting
}

/** Every question of the handbook, asked of several collections: without its document it is unanswerable. */
export async function observeHandbook(directory: string, encoder: Encoder | null): Promise<PlacedSituation[]> {
  const { documents, questions } = await readHandbook(directory)
  const index = createHybridIndex({ encoder })
  for (const document of documents) await index.addDocument(document)
  const situations: PlacedSituation[] = []
  for (const [number, question] of questions.entries()) {
    for (const [setting, mayRead] of Object.entries(settingsOf(question, number)) as [Setting, MayRead][]) {
      situations.push({ setting, ...(await observe(index, question, mayRead)) })
    }
  }
  return situations
}

type MayRead = (documentId: string) => boolean

/**
 * Some subjects stand in both languages with different facts. So a question across languages is not asked where its own
 * language may answer it too, and a missing document is missed among those of its own language.
 */
function settingsOf({ about, text }: LabelledQuestion, number: number): Partial<Record<Setting, MayRead>> {
  const isKin = (id: string) => isChinese(id) === isChinese(about)
  const isAmong = (parts: number) => (id: string) => hash(`${id} ${number}`) % parts === 0
  const isAcross = isChinese(about) !== (detectLanguage(text) === 'zh')
  const mixed: Partial<Record<Setting, MayRead>> = {
    all: () => true,
    half: (id) => id === about || isAmong(2)(id),
  }
  return {
    ...(isAcross ? {} : mixed),
    'same-language': isKin,
    alone: (id) => id === about,
    few: (id) => id === about || (isAmong(6)(id) && isKin(id)),
    absent: (id) => id !== about && isKin(id),
    'half-absent': (id) => id !== about && isAmong(2)(id) && isKin(id),
    'few-absent': (id) => id !== about && isAmong(6)(id) && isKin(id),
  }
}

function hash(text: string): number {
  let value = 7
  for (const character of text) value = (value * 31 + character.charCodeAt(0)) >>> 0
  return value >>> 4
}

function isChinese(documentId: string): boolean {
  return documentId.startsWith('zh-')
}

export interface AnswerRates {
  readonly answerable: number
  readonly unanswerable: number
  /** Of the answerable questions: the first candidate holds the answer. */
  readonly hit: number
  /** Of the answerable questions: refused. */
  readonly falseRefusal: number
  /** Of the unanswerable questions: refused. */
  readonly refusalRecall: number
  /** Of the answered questions: wrong. */
  readonly risk: number
}

export function ratesOf(outcomes: readonly Outcome[], threshold: number): AnswerRates {
  const isAnswered = (outcome: Outcome) => outcome.confidence >= threshold
  const answerable = outcomes.filter((outcome) => outcome.situation.question.answers.length > 0)
  const unanswerable = outcomes.filter((outcome) => outcome.situation.question.answers.length === 0)
  return {
    answerable: answerable.length,
    unanswerable: unanswerable.length,
    hit: share(answerable, (outcome) => outcome.isRight),
    falseRefusal: share(answerable, (outcome) => !isAnswered(outcome)),
    refusalRecall: share(unanswerable, (outcome) => !isAnswered(outcome)),
    risk: share(outcomes.filter(isAnswered), (outcome) => !outcome.isRight),
  }
}

export function share<T>(all: readonly T[], holds: (one: T) => boolean): number {
  return all.length === 0 ? 0 : all.filter(holds).length / all.length
}

/** `en` and `zh` within one language, `cross` from one to the other. */
export function directionOf({ question, analysis }: Situation): 'en' | 'zh' | 'cross' {
  const isSame = isChinese(question.about) === (analysis.language === 'zh')
  return isSame ? analysis.language : 'cross'
}
