import { searchTerms } from '@parley/text'
import { fitsQuestionType } from './answer-spans'
import type { AnswerUnit } from './answer-units'
import type { Concept } from './glossary'
import type { HybridIndex, PassageHit, RetrievalMode } from './hybrid-index'
import { headingLine } from './passage-terms'
import type { QuestionAnalysis } from './question-analysis'

/** A sentence, item or row that may answer, with what speaks for it. */
export interface AnswerCandidate {
  readonly hit: PassageHit
  readonly unit: AnswerUnit
  readonly text: string
  /** Share of the question's words, weighed by rarity, in the unit; 0 to 1. */
  readonly coverage: number
  /** The same in the unit with title and headings. */
  readonly headedCoverage: number
  /** The same in the whole passage with title and headings. */
  readonly passageCoverage: number
  /** Share of the question's codes and numbers that the passage, title and headings hold; 1 when it has none. */
  readonly identifierCoverage: number
  readonly typeFit: -1 | 0 | 1
  /** Share of what the glossary knows of the question that stands in the unit, its title and headings; smoothed. */
  readonly bridgedCoverage: number
  /** The same in the whole passage. */
  readonly bridgedPassageCoverage: number
  /** Whether a list follows that it introduces. */
  readonly introducesList: boolean
  /** Cosine with the question above what is usual for passages of its language; null without an encoder. */
  readonly contrast: number | null
  /** See {@link PassageHit.unitAffinities}; null without an encoder. */
  readonly affinity: number | null
}

/** Passages looked at, and how many of them at least in the other language, as far as there are any. */
const PASSAGES = 5
const FOREIGN_PASSAGES = 2
const SEARCHED_PASSAGES = 40
export interface FindCandidatesOptions {
  readonly index: HybridIndex
  /** `hybrid` or by words alone. Default: as the index can. */
  readonly mode?: RetrievalMode
  readonly question: QuestionAnalysis
  readonly mayRead: (documentId: string) => boolean
}

/** The units of the best passages that are worth a closer look, unordered. */
export async function findCandidates(options: FindCandidatesOptions): Promise<AnswerCandidate[]> {
  const { index, question, mayRead, mode = 'hybrid' } = options
  const found = await index.search({ text: question.text, limit: SEARCHED_PASSAGES, mayRead, mode })
  const isForeign = (hit: PassageHit) => hit.passage.language !== question.language
  const hits = [...new Set([...found.slice(0, PASSAGES), ...found.filter(isForeign).slice(0, FOREIGN_PASSAGES)])]
  const weights = index.weighTerms(question.terms, mayRead)
  return hits.flatMap((hit) => candidatesOf(hit, question, weights))
}

function candidatesOf(hit: PassageHit, question: QuestionAnalysis, weights: readonly number[]): AnswerCandidate[] {
  const { passage, units } = hit
  const line = headingLine(hit.title, passage.headingPath)
  const headed = termSet(line)
  const whole = `${line}\n${passage.text}`
  const ofPassage = new Set(hit.terms.map(([term]) => term))
  const identifierCoverage = identifierShare(question.identifiers, whole)
  return units.map((unit, at) => {
    const text = passage.text.slice(unit.start - passage.start, unit.end - passage.start)
    const own = termSet(text)
    return {
      ...{ hit, unit, text, identifierCoverage },
      coverage: covered(question.terms, weights, [own]),
      headedCoverage: covered(question.terms, weights, [own, headed]),
      passageCoverage: covered(question.terms, weights, [ofPassage]),
      bridgedCoverage: bridged(question.concepts, [own, headed]),
      bridgedPassageCoverage: bridged(question.concepts, [ofPassage]),
      typeFit: fitsQuestionType(question.type, text),
      introducesList: /[:：]$/.test(text) && units[at + 1]?.kind === 'list-item',
      contrast: hit.contrast === null ? null : hit.unitCosines[at]! - (hit.dense! - hit.contrast),
      affinity: hit.unitAffinities[at] ?? null,
    }
  })
}

function termSet(text: string): ReadonlySet<string> {
  return new Set(searchTerms(text))
}

function covered(terms: readonly string[], weights: readonly number[], sets: readonly ReadonlySet<string>[]): number {
  let sum = 0
  let total = 0
  terms.forEach((term, at) => {
    total += weights[at]!
    if (sets.some((set) => set.has(term))) sum += weights[at]!
  })
  return total === 0 ? 0 : sum / total
}

/** With one known concept found of one the share is a half: few words prove little. */
function bridged(concepts: readonly Concept[], sets: readonly ReadonlySet<string>[]): number {
  const holds = (term: string) => sets.some((set) => set.has(term))
  const found = concepts.filter((forms) => forms.some((terms) => terms.every(holds)))
  return found.length / (concepts.length + 1)
}

function identifierShare(identifiers: readonly string[], text: string): number {
  const plain = text.normalize('NFKC').toLowerCase()
  const found = identifiers.filter((identifier) => plain.includes(identifier))
  return identifiers.length === 0 ? 1 : found.length / identifiers.length
}
