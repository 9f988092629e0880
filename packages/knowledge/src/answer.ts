import type { Encoder } from '@parley/inference'
import type { Language } from '@parley/text'
import { type AnswerCandidate, findCandidates } from './answer-candidates'
import { confidenceFeatures, rankingFeatures } from './answer-features'
import { type AnswerModel, type AnswerModels, TRAINED_MODELS } from './answer-model'
import { findShortAnswer } from './answer-spans'
import { answerText } from './answer-text'
import type { Answer, Citation } from './answer-types'
import type { HybridIndex } from './hybrid-index'
import { predictLogistic } from './logistic'
import { analyseQuestion, type QuestionAnalysis } from './question-analysis'
import { quoteOf } from './quote'

export interface AnswerRequest {
  readonly question: string
  /** The asker's language. Default: the question's. */
  readonly language?: Language
  /** What it refuses has no part in the answer, its confidence or its reasons. */
  readonly mayRead: (documentId: string) => boolean
}

export interface Answerer {
  /** Never rejects for want of an answer: that is `kind: 'unknown'`. Rejects when the encoder is unavailable. */
  answer(request: AnswerRequest): Promise<Answer>
}

export interface RankedCandidate {
  readonly candidate: AnswerCandidate
  /** Probability that it holds the answer, given that one of the candidates does. */
  readonly rank: number
}

const MAX_CITATIONS = 3
/** Further sources are named when they are at least this likely, measured against the first. */
const FURTHER_SHARE = 0.5
/** A source in the asker's language goes first when it is at least this likely, measured against the best. */
const SAME_LANGUAGE_SHARE = 0.85

/** Answers questions from what is in the index, with exact quotes, or says that the answer is not known. */
export function createAnswerer({
  index,
  encoder,
  models = TRAINED_MODELS,
}: {
  readonly index: HybridIndex
  readonly encoder: Encoder | null
  readonly models?: AnswerModels
}): Answerer {
  const model = encoder ? models.hybrid : models.lexical
  return {
    async answer({ question, language, mayRead }) {
      const analysis = analyseQuestion(question)
      const asker = language ?? analysis.language
      const candidates = await findCandidates({ index, encoder, question: analysis, mayRead })
      const ranked = rankCandidates(candidates, analysis, model).filter(({ candidate }) =>
        mayRead(candidate.hit.passage.documentId),
      )
      const best = ranked[0]
      if (!best) return unknown(asker, 0, [], ['no-passage'])
      const confidence = confidenceOf(ranked, analysis, model)
      const citations = cite(ranked, analysis, index)
      const reasons = reasonsFor(best.candidate, analysis, confidence, model.threshold)
      if (confidence < model.threshold) return unknown(asker, confidence, citations, reasons)
      return known(asker, confidence, citations, reasons, best.candidate, analysis)
    },
  }
}

/** Best first. Between equals a source in the language of the question goes first. */
export function rankCandidates(
  candidates: readonly AnswerCandidate[],
  question: QuestionAnalysis,
  model: AnswerModel,
): RankedCandidate[] {
  const ranked = candidates
    .map((candidate) => {
      const features = rankingFeatures(candidate, question, candidates)
      return { candidate, rank: predictLogistic(model.ranking, features) }
    })
    .sort((a, b) => b.rank - a.rank)
  const top = ranked[0]
  if (!top || top.candidate.hit.passage.language === question.language) return ranked
  const own = ranked.find(({ candidate }) => candidate.hit.passage.language === question.language)
  if (!own || own.rank < top.rank * SAME_LANGUAGE_SHARE) return ranked
  return [own, ...ranked.filter((other) => other !== own)]
}

export function confidenceOf(
  ranked: readonly RankedCandidate[],
  question: QuestionAnalysis,
  model: AnswerModel,
): number {
  const ranks = ranked.map(({ rank }) => rank)
  return predictLogistic(model.confidence, confidenceFeatures(ranked[0]!.candidate, question, ranks))
}

function cite(ranked: readonly RankedCandidate[], question: QuestionAnalysis, index: HybridIndex): Citation[] {
  const cited: Citation[] = []
  for (const { candidate, rank } of ranked) {
    const { passage, title } = candidate.hit
    const isLikely = rank >= ranked[0]!.rank * FURTHER_SHARE
    const isNew = !cited.some((other) => other.passageId === passage.id || other.quote === candidate.text)
    if (cited.length === MAX_CITATIONS || !isLikely || !isNew) continue
    const plainText = index.getDocument(passage.documentId)?.plainText
    if (plainText === undefined) continue
    const { start, end } = quoteOf(candidate, question.type)
    const place = { documentId: passage.documentId, passageId: passage.id, title, headingPath: passage.headingPath }
    cited.push({ ...place, quote: plainText.slice(start, end), start, end, score: rank })
  }
  return cited
}

function known(
  language: Language,
  confidence: number,
  citations: readonly Citation[],
  reasons: readonly string[],
  best: AnswerCandidate,
  question: QuestionAnalysis,
): Answer {
  const first = citations[0]
  if (!first) return unknown(language, 0, [], ['withdrawn'])
  const text = answerText(first, language, best.hit.passage.language)
  const shortAnswer = findShortAnswer(question.type, question.text, first.quote)
  const short = shortAnswer === undefined ? {} : { shortAnswer }
  return { kind: 'answer', text, language, ...short, confidence, citations, reasons }
}

function unknown(
  language: Language,
  confidence: number,
  citations: readonly Citation[],
  reasons: readonly string[],
): Answer {
  return { kind: 'unknown', text: '', language, confidence, citations, reasons }
}

/** For the "why?" view: machine-readable, `name=value`. */
function reasonsFor(
  best: AnswerCandidate,
  question: QuestionAnalysis,
  confidence: number,
  threshold: number,
): string[] {
  const round = (value: number) => value.toFixed(2)
  return [
    `question-type=${question.type}`,
    `words-found=${round(best.passageCoverage)}`,
    ...(best.contrast === null ? [] : [`meaning=${round(best.contrast)}`]),
    `type-fits=${best.typeFit}`,
    `confidence=${round(confidence)}`,
    `threshold=${round(threshold)}`,
  ]
}
