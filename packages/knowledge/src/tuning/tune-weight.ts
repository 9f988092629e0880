import type { HybridIndex } from '../hybrid-index'
import { type ChosenWeight, chooseWeight, rankWith } from './choose-weight'
import type { JudgedCandidate, JudgedQuestion } from './judged-question'
import { type MadeQuestion, makeQuestions } from './make-questions'

/** A question of the log, with what became of it. */
export interface AskedQuestion {
  readonly text: string
  /** Documents that somebody said were right, or opened. */
  readonly goodDocumentIds: readonly string[]
  /** Documents that did not help. */
  readonly badDocumentIds: readonly string[]
}

export interface TuneRequest {
  /** Of the collection. */
  readonly documentIds: readonly string[]
  readonly asked: readonly AskedQuestion[]
  /** Share of words as it is. */
  readonly weight: number
}

export type ChangeVerdict = 'better' | 'worse' | 'unknown'

/** A question of the log whose first document would be another. */
export interface ChangedQuestion {
  readonly text: string
  readonly before: string
  readonly after: string
  readonly verdict: ChangeVerdict
}

export interface TuningReport extends ChosenWeight {
  readonly weightBefore: number
  /** Questions of the log that were asked again. */
  readonly replayed: number
  readonly changed: readonly ChangedQuestion[]
}

/** Documents that questions are made of, and how many. */
const MOST_DOCUMENTS = 200
const MOST_MADE = 60
/** As many as a search ranks. */
const CANDIDATES = 200

/** What share of words ranks these documents best for what people asked, and for what the documents themselves ask. */
export async function tuneWeight(
  index: HybridIndex,
  { documentIds, asked, weight }: TuneRequest,
): Promise<TuningReport> {
  const own = new Set(documentIds)
  const step = Math.max(1, documentIds.length / MOST_DOCUMENTS)
  const sampled = documentIds.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step))
  const made = makeQuestions(
    sampled.map((id) => index.passagesOf(id)),
    MOST_MADE,
  )
  const judged: JudgedQuestion[] = []
  for (const question of asked) judged.push(await judgeAsked(index, own, question))
  for (const question of made) judged.push(await judgeMade(index, own, question))
  const chosen = chooseWeight(judged, weight)
  const ofLog = judged.filter(({ origin }) => origin === 'asked')
  const changed = ofLog.flatMap((question) => changeOf(question, weight, chosen.weight, index))
  return { ...chosen, weightBefore: weight, replayed: ofLog.length, changed }
}

async function judgeAsked(
  index: HybridIndex,
  own: ReadonlySet<string>,
  question: AskedQuestion,
): Promise<JudgedQuestion> {
  const [good, bad] = [new Set(question.goodDocumentIds), new Set(question.badDocumentIds)]
  const found = await candidatesFor(index, own, question.text)
  const candidates = found.map(({ passageId: _, ...candidate }) => ({
    ...candidate,
    isGood: good.has(candidate.documentId),
    isBad: bad.has(candidate.documentId) && !good.has(candidate.documentId),
  }))
  return { text: question.text, origin: 'asked', candidates }
}

async function judgeMade(
  index: HybridIndex,
  own: ReadonlySet<string>,
  question: MadeQuestion,
): Promise<JudgedQuestion> {
  const good = new Set(question.passageIds)
  const found = (await candidatesFor(index, own, question.text)).filter(
    ({ passageId }) => passageId !== question.takenFrom,
  )
  const candidates = found.map(({ passageId, ...candidate }) => ({
    ...candidate,
    isGood: good.has(passageId),
    isBad: false,
  }))
  return { text: question.text, origin: 'made', candidates }
}

async function candidatesFor(index: HybridIndex, own: ReadonlySet<string>, text: string) {
  const { found } = await index.search({ text, limit: CANDIDATES, mayRead: (documentId) => own.has(documentId) })
  return found.map(({ passage, lexical, trust, contrast }) => ({
    ...{ documentId: passage.documentId, passageId: passage.id, lexical, trust },
    dense: contrast ?? undefined,
  }))
}

function changeOf(
  { text, candidates }: JudgedQuestion,
  before: number,
  after: number,
  index: HybridIndex,
): ChangedQuestion[] {
  const [old, now] = [before, after].map((weight) => rankWith(candidates, weight)[0])
  if (!old || !now || old.documentId === now.documentId) return []
  const titleOf = ({ documentId }: JudgedCandidate) => index.getDocument(documentId)?.title ?? ''
  return [{ text, before: titleOf(old), after: titleOf(now), verdict: verdictOf(old, now) }]
}

function verdictOf(old: JudgedCandidate, now: JudgedCandidate): ChangeVerdict {
  if (now.isGood || old.isBad) return 'better'
  return old.isGood || now.isBad ? 'worse' : 'unknown'
}
