import type { Encoder } from '@parley/inference'
import type { Language } from '@parley/text'
import { type AnswerCandidate, findCandidates } from './answer-candidates'
import { type AnswerModels, TRAINED_MODELS } from './answer-model'
import { findShortAnswer } from './answer-spans'
import { answerText } from './answer-text'
import type { Answer } from './answer-types'
import { citationOf, cite } from './cite'
import { type ComparedSides, compareThings, type JudgeSide } from './comparison/compare-things'
import type { HybridIndex } from './hybrid-index'
import { inPlainWords } from './in-plain-words'
import { plainQuery } from './query/read-query'
import type { StructuredQuery } from './query/structured-query'
import { analyseQuestion, type QuestionAnalysis } from './question-analysis'
import { type Judgement, judgeCandidates } from './rank-candidates'
import { restates } from './reasons'

export interface AnswerRequest {
  /** A text is read by its words alone. */
  readonly question: string | StructuredQuery
  /** The asker's language. Default: the question's. */
  readonly language?: Language
  /** What it refuses has no part in the answer, its confidence or its reasons. */
  readonly mayRead: (documentId: string) => boolean
  /** See {@link SearchRequest.lexicalWeight}. */
  readonly lexicalWeight?: (documentId: string) => number
}

export interface Answerer {
  /**
   * Never rejects for want of an answer: that is `kind: 'unknown'`, with the closest passages as citations.
   *
   * @throws EncoderUnavailableError when there is an encoder and it cannot compute.
   */
  answer(request: AnswerRequest): Promise<Answer>
}

export interface AnswererOptions {
  readonly index: HybridIndex
  /** The index's own; null answers by words alone. */
  readonly encoder: Encoder | null
  readonly models?: AnswerModels
}

/** 年 alone asks for nothing: whatever holds it would answer. */
const LEAST_ASKED = 2

/** Answers questions from what is in the index, with exact quotes, or says that the answer is not known. */
export function createAnswerer({ index, encoder, models = TRAINED_MODELS }: AnswererOptions): Answerer {
  const mode = encoder && index.encoder ? 'hybrid' : 'lexical'
  const model = models[mode]

  async function judge(
    query: StructuredQuery,
    analysis: QuestionAnalysis,
    { mayRead, lexicalWeight }: AnswerRequest,
    isWanted: (candidate: AnswerCandidate) => boolean = () => true,
  ): Promise<Judged> {
    const found = await findCandidates({
      index,
      mode,
      question: analysis,
      mayRead,
      ...(lexicalWeight && { lexicalWeight }),
    })
    const candidates = found.filter(
      (candidate) =>
        isStillReadable(candidate, index, mayRead) &&
        !isExcluded(candidate, query) &&
        !isAskedAgain(candidate, analysis) &&
        isWanted(candidate),
    )
    return { ...judgeCandidates(candidates, analysis, model), analysis }
  }

  return {
    async answer(request) {
      const { question, language } = request
      const query = typeof question === 'string' ? plainQuery(question) : question
      const asker = language ?? query.language
      const answer = await answerAsAsked(query, asker, request)
      const plainer = answer.kind === 'unknown' ? inPlainWords(query, answer.citations[0]) : null
      if (plainer === null) return answer
      const found = await answerAsAsked(plainer, asker, request)
      return found.kind === 'answer' ? found : answer
    },
  }

  async function answerAsAsked(query: StructuredQuery, asker: Language, request: AnswerRequest): Promise<Answer> {
    const analysis = analyseQuestion(query)
    if (analysis.terms.join('').length < LEAST_ASKED) return unknown(asker, ['too-short'])
    const judgeSide: JudgeSide = (side, isWanted) => judge(side, analyseQuestion(side), request, isWanted)
    const compared = await compareThings(query, judgeSide, model.threshold)
    if (compared) return comparison(compared, asker)
    return answerFrom(await judge(query, analysis, request), query, asker, model.threshold)
  }
}

interface Judged extends Judgement {
  readonly analysis: QuestionAnalysis
}

function answerFrom(
  { ranked, confidence, analysis }: Judged,
  query: StructuredQuery,
  asker: Language,
  threshold: number,
): Answer {
  const best = ranked[0]?.candidate
  if (!best) return unknown(asker, ['no-passage'])
  const citations = cite(ranked, analysis.type)
  const reasons = reasonsFor(best, analysis, confidence, threshold)
  if (confidence < threshold) return { ...unknown(asker, reasons), confidence, citations }
  const text = answerText(citations[0]!, asker, best.hit.passage.language)
  const shortAnswer = best.isAnyRow
    ? undefined
    : findShortAnswer(analysis.type, query.text, citations[0]!.quote, analysis.terms)
  const short = shortAnswer === undefined ? {} : { shortAnswer }
  return { kind: 'answer', text, language: asker, ...short, confidence, citations, reasons }
}

/** What each of two things is, one below the other: the reader compares. */
function comparison({ sides, confidence }: ComparedSides, asker: Language): Answer {
  const citations = sides.map((side) => citationOf(side, 'definition'))
  const [first, second] = citations
  const isSameSource = first!.documentId === second!.documentId
  const text = sides.map(({ candidate }, at) =>
    // The source is named once.
    at > 0 && isSameSource ? second!.quote : answerText(citations[at]!, asker, candidate.hit.passage.language),
  )
  const reasons = ['question-type=compare', `confidence=${confidence.toFixed(2)}`]
  return { kind: 'answer', text: text.join('\n'), language: asker, confidence, citations, reasons }
}

/** Documents are withdrawn and replaced, and rights end, while the encoder computes. */
function isStillReadable(
  { hit, unit, text }: AnswerCandidate,
  index: HybridIndex,
  mayRead: (documentId: string) => boolean,
): boolean {
  const { documentId } = hit.passage
  return mayRead(documentId) && index.getDocument(documentId)?.plainText.slice(unit.start, unit.end) === text
}

/** "except Berlin": what speaks of it, or stands under a heading about it, is no answer. */
function isExcluded({ hit, text }: AnswerCandidate, { parts }: StructuredQuery): boolean {
  const said = [text, ...hit.passage.headingPath].join('\n').toLowerCase()
  return parts.some((part) => part.kind === 'without' && said.includes(part.words.toLowerCase()))
}

/** Why something is so is not answered by saying that it is. */
const isAskedAgain = ({ text }: AnswerCandidate, question: QuestionAnalysis): boolean =>
  question.type === 'reason' && restates(text, question.text)

function unknown(language: Language, reasons: readonly string[]): Answer {
  return { kind: 'unknown', text: '', language, confidence: 0, citations: [], reasons }
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
