import type { Encoder } from '@parley/inference'
import { detectLanguage } from '@parley/text'
import type { SourceDocument } from '../src/answer-types'
import { createHybridIndex, type HybridIndex } from '../src/hybrid-index'
import { type LabelledQuestion, type Outcome, observe, type Situation } from '../src/train-answer-model'
import { readHandbook } from './read-handbook'

/** Which documents stand beside the one a question was written on. */
export type Setting =
  | 'all'
  | 'half'
  | 'mixed'
  | 'mixed-half'
  | 'same-language'
  | 'alone'
  | 'few'
  | 'absent'
  | 'half-absent'
  | 'few-absent'
  | 'mixed-absent'
  | 'unsaid'
  | 'renamed'
  | 'near-miss'
  | 'facts'
  | 'few-facts'
  | 'absent-facts'
  | 'few-absent-facts'

/** Documents that may answer the same question, each with facts of its own. */
const SUBJECTS = `
leave-policy zh-attendance zh-benefits
remote-work zh-attendance
expenses travel-policy zh-expenses zh-travel
offices fleet-rules zh-chengdu-office zh-property
security-rules zh-security zh-equipment
onboarding zh-onboarding zh-equipment
deploy-runbook incident-guide zh-release
support-policy zh-support
minutes-2025-09-12 zh-minutes
pump-maintenance zh-compressor
products zh-systems
`
  .trim()
  .split('\n')
  .map((line) => new Set(line.split(' ')))

export interface PlacedSituation extends Situation {
  readonly setting: Setting
}

/** Every question of the handbook, asked of several collections: without its document it is unanswerable. */
export async function observeHandbook(directory: string, encoder: Encoder | null): Promise<PlacedSituation[]> {
  const { documents, questions, nearMisses } = await readHandbook(directory)
  const index = createHybridIndex({ encoder })
  for (const document of documents) await index.addDocument(document)
  const situations: PlacedSituation[] = []
  const place = async (setting: Setting, question: LabelledQuestion, mayRead: MayRead) =>
    situations.push({ setting, ...(await observe(index, question, mayRead)) })
  for (const [number, question] of [...questions, ...nearMisses].entries()) {
    const isNearMiss = number >= questions.length
    for (const [setting, mayRead] of Object.entries(settingsOf(question, number)) as [Setting, MayRead][]) {
      const isAbsent = setting.endsWith('absent')
      if (!isNearMiss || !isAbsent) await place(isNearMiss ? 'near-miss' : setting, question, mayRead)
      const other = isAbsent ? undefined : renamed(question)
      if (other) await place('renamed', other, mayRead)
    }
  }
  return [...situations, ...(await observeUnsaid(index, documents, questions))]
}

/**
 * Questions of an encyclopaedia, of which several documents speak of one thing: without its own, a question is asked of
 * what else is told of the same.
 */
export async function observeEncyclopaedia(directory: string, encoder: Encoder | null): Promise<PlacedSituation[]> {
  const { documents, questions } = await readHandbook(directory)
  const index = createHybridIndex({ encoder })
  for (const document of documents) await index.addDocument(document)
  const situations: PlacedSituation[] = []
  for (const [number, question] of questions.entries()) {
    const { about } = question
    const isKin = (id: string) => isChinese(id) === isChinese(about)
    const isAmongFew = (id: string) => isKin(id) && hash(`${id} ${number}`) % 3 === 0
    const settings: Partial<Record<Setting, MayRead>> = {
      facts: isKin,
      'few-facts': (id) => id === about || isAmongFew(id),
      'absent-facts': (id) => id !== about && isKin(id),
      'few-absent-facts': (id) => id !== about && isAmongFew(id),
    }
    for (const [setting, mayRead] of Object.entries(settings) as [Setting, MayRead][]) {
      const isAbsent = setting.includes('absent')
      const asked = isAbsent ? { ...question, answers: [] } : question
      situations.push({ setting, ...(await observe(index, asked, mayRead)) })
    }
  }
  return situations
}

/** Names in the questions, and others that no document knows. */
const RENAMINGS = new Map(
  `Hamburg Bergen|Porto Madrid|Leeds Bristol|Chengdu Wuhan|Oslo Kyoto|Tidewater Sandbank|Lantern Beacon|Spark Comet
  Brightpath Terramark|Geolane Mapstone|P-300 P-750|KY-75 KY-110|SEV1 SEV5|SEV2 SEV6|E07 E31|Priya Nadia|Zhou Gao|Deng Shi
  Daniel Bruno|Yunfan Qinghe|Elbe Weser|Qingcheng Huashan|成都 武汉|汉堡 卑尔根|波尔图 马德里|里兹 布里斯托|青城 华山
  星火 彗星|云帆 清河|周敏 高磊|邓凯 石芸|川南 渝北|听澜 闻涛|峨眉 衡山`
    .split(/[|\n]/)
    .map((pair) => pair.trim().split(' ') as [string, string]),
)

/** Questions whose document says the same of something else. */
function renamed(question: LabelledQuestion): LabelledQuestion | undefined {
  const naming = [...RENAMINGS].find(([name]) => question.text.includes(name))
  if (!naming || question.answers.length === 0) return undefined
  return { ...question, text: question.text.replace(...naming), answers: [] }
}

/** Questions of documents that once told the answer: all that is near it is still there, the sentence itself is not. */
async function observeUnsaid(
  index: HybridIndex,
  documents: readonly SourceDocument[],
  questions: readonly LabelledQuestion[],
): Promise<PlacedSituation[]> {
  const situations: PlacedSituation[] = []
  for (const question of questions.filter(({ answers }) => answers.length > 0)) {
    const document = documents.find(({ id }) => id === question.about)!
    await index.addDocument({ ...document, text: withoutAnswers(document.text, question) })
    const mayRead = (id: string) => isChinese(id) === isChinese(question.about)
    situations.push({ setting: 'unsaid', ...(await observe(index, { ...question, answers: [] }, mayRead)) })
    await index.addDocument(document)
  }
  return situations
}

function withoutAnswers(text: string, { answers }: LabelledQuestion): string {
  const sentences = text.split(/(?<=[.。；;!?！？] |[。！？]|\n)/)
  return sentences.filter((sentence) => !answers.some((answer) => sentence.includes(answer.text))).join('')
}

type MayRead = (documentId: string) => boolean

/**
 * Some subjects stand in both languages with different facts. So a question across languages is asked of documents in
 * its own language only about other subjects, and a missing document is missed among those of its own language.
 */
function settingsOf({ about, text }: LabelledQuestion, number: number): Partial<Record<Setting, MayRead>> {
  const isKin = (id: string) => isChinese(id) === isChinese(about)
  const isAmong = (parts: number) => (id: string) => hash(`${id} ${number}`) % parts === 0
  const isAcross = isChinese(about) !== (detectLanguage(text) === 'zh')
  const isOther = (id: string) => isKin(id) || !SUBJECTS.some((subject) => subject.has(id) && subject.has(about))
  const mixed: Partial<Record<Setting, MayRead>> = isAcross
    ? { mixed: isOther, 'mixed-half': (id) => id === about || (isAmong(2)(id) && isOther(id)) }
    : { all: () => true, half: (id) => id === about || isAmong(2)(id) }
  return {
    ...mixed,
    'same-language': isKin,
    alone: (id) => id === about,
    few: (id) => id === about || (isAmong(6)(id) && isKin(id)),
    absent: (id) => id !== about && isKin(id),
    'half-absent': (id) => id !== about && isAmong(2)(id) && isKin(id),
    'few-absent': (id) => id !== about && isAmong(6)(id) && isKin(id),
    'mixed-absent': (id) => id !== about && isAmong(2)(id) && isOther(id),
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
