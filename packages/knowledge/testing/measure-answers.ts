import type { Encoder } from '@parley/inference'
import { createHybridIndex } from '../src/hybrid-index'
import { type LabelledQuestion, type Outcome, observe, type Situation } from '../src/train-answer-model'
import { readHandbook } from './read-handbook'

/** Which documents stand beside the one a question was written on. */
export type Setting = 'all' | 'half' | 'same-language' | 'absent' | 'half-absent'

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

function settingsOf({ about }: LabelledQuestion, number: number): Record<Setting, MayRead> {
  const isInHalf = (id: string) => hash(`${number} ${id}`) % 2 === 0
  return {
    all: () => true,
    half: (id) => id === about || isInHalf(id),
    'same-language': (id) => isChinese(id) === isChinese(about),
    absent: (id) => id !== about,
    'half-absent': (id) => id !== about && isInHalf(id),
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
