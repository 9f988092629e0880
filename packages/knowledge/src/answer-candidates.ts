import { searchTerms } from '@parley/text'
import { type AnchorMatch, matchAnchors } from './anchors'
import { fitsQuestionType } from './answer-spans'
import type { AnswerUnit } from './answer-units'
import { withoutEarlierEditions } from './editions'
import type { Concept } from './glossary'
import { relationAskedIn, type SaysRelation } from './graph/says-relation'
import type { HybridIndex } from './hybrid-index'
import { labelledItem } from './list-item'
import { meetsTopic } from './meets-topic'
import { introduces } from './named-rows/introduces'
import { rowsNamedElsewhere } from './named-rows/rows-named-elsewhere'
import { headingLine } from './passage-terms'
import { passageText } from './passage-text'
import type { QuestionAnalysis } from './question-analysis'
import { judgeRanges, type RangeVerdicts, speaksOf } from './ranges/judge-ranges'
import { placesAskedOf, residualRows } from './residual-rows'
import type { FoundPassage, PassageHit, RetrievalMode } from './search-types'

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
  /**
   * Share of the question's words, weighed by rarity, that stand elsewhere in the collection but not in the passage:
   * what a passage that answers would hardly do without.
   */
  readonly missingCoverage: number
  /** Share of the question's words, weighed likewise, that stand nowhere in the collection. */
  readonly unknownCoverage: number
  /**
   * Share of what the glossary knows of the question, in the source's language, that stands in the unit, its title and
   * headings; smoothed.
   */
  readonly bridgedCoverage: number
  /** The same in the whole passage. */
  readonly bridgedPassageCoverage: number
  /** Names, numbers and codes of the question that the passage, title and headings hold in either script. */
  readonly anchors: AnchorMatch
  /** The same of the unit, title and headings. */
  readonly unitAnchors: AnchorMatch
  /** How far the passage is ahead of the best other one by words and by meaning; negative behind it. */
  readonly lead: PassageLead
  /** Whether it says what the thing is that is asked about: begins with its name, or is the row of that name. */
  readonly introduces: boolean
  /** Whether a list follows that it introduces. */
  readonly introducesList: boolean
  /** Whether it is a row of a table of which the question names none, so that all rows are the answer. */
  readonly isAnyRow: boolean
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
  readonly lexicalWeight?: (documentId: string) => number
}

/** The units of the best passages that are worth a closer look, unordered. */
export async function findCandidates(options: FindCandidatesOptions): Promise<AnswerCandidate[]> {
  const { index, question, mayRead, mode = 'hybrid', lexicalWeight } = options
  const {
    found: all,
    open,
    weigh,
  } = await index.search({
    ...{ text: question.text, limit: SEARCHED_PASSAGES, mayRead, mode },
    ...(lexicalWeight && { lexicalWeight }),
  })
  const found = withoutEarlierEditions(all, question.text)
  const isForeign = ({ passage }: FoundPassage) => passage.language !== question.language
  const hits = await open([
    ...new Set([...found.slice(0, PASSAGES), ...found.filter(isForeign).slice(0, FOREIGN_PASSAGES)]),
  ])
  const weights = weigh([...question.terms, NO_TERM])
  const verdicts = judgeRanges(question.text, hits)
  const others = rowsNamedElsewhere(question.text, hits)
  const places = placesAskedOf(question.text)
  const known = { weights, verdicts, others, saysRelation: relationAskedIn(question.text), places }
  return hits.flatMap((hit) => candidatesOf(hit, question, { ...known, lead: leadOf(hit, found) }))
}

/** Stands in no text: its weight is that of every unknown word. */
const NO_TERM = '\0'

export interface PassageLead {
  readonly words: number
  readonly meaning: number
}

/** What is known of all that was found. */
interface Surroundings {
  readonly weights: readonly number[]
  readonly verdicts: RangeVerdicts
  /** Rows about something else. */
  readonly others: ReadonlySet<AnswerUnit>
  readonly lead: PassageLead
  readonly saysRelation: SaysRelation
  /** Named in the question. */
  readonly places: readonly string[]
}

function leadOf(hit: FoundPassage, found: readonly FoundPassage[]): PassageLead {
  const others = found.filter(({ passage }) => passage.id !== hit.passage.id)
  const leadBy = (value: (one: FoundPassage) => number) => value(hit) - Math.max(0, ...others.map(value))
  return { words: leadBy(({ lexical }) => lexical), meaning: leadBy(({ affinity }) => affinity ?? 0) }
}

function candidatesOf(
  hit: PassageHit,
  question: QuestionAnalysis,
  { weights, verdicts, others, lead, saysRelation, places }: Surroundings,
): AnswerCandidate[] {
  const { passage, units } = hit
  const line = headingLine(hit.title, passage.headingPath)
  const headed = termSet(line)
  const { held, ruledOut } = verdicts
  const spoken = units.some((unit) => held.has(unit)) ? verdicts.spoken : ''
  const residual = residualRows(
    places,
    units.map((unit) => ({ unit, text: passageText(passage, unit) })),
  )
  const left = residual[0]?.places ?? ''
  const whole = `${line}\n${passage.text}\n${spoken}\n${left}`
  const ofPassage = termSet(whole)
  const ofWhole = {
    lead,
    identifierCoverage: identifierShare(question.identifiers, whole),
    anchors: matchAnchors(question.anchors, whole, passage.language),
    passageCoverage: covered(question.terms, weights, [ofPassage]),
    ...absence(question.terms, weights, ofPassage),
  }
  const concepts = passage.language === question.language ? question.synonyms : question.concepts
  return units.flatMap((unit, at) => {
    const text = passageText(passage, unit)
    // Where a row holds the number, what stands beside it and does not speak of the number answers something else.
    const isBeside = spoken !== '' && !held.has(unit) && !speaksOf(question.text, text)
    if (ruledOut.has(unit) || others.has(unit) || isBeside) return []
    const forOthers = residual.find((row) => row.unit === unit)
    const said = [text, held.has(unit) ? spoken : '', forOthers?.places ?? ''].join('\n')
    const label = labelledItem(hit, unit)?.label ?? ''
    const own = termSet(`${label}\n${said}`)
    if (!saysRelation(`${line}\n${said}`, unit.kind !== 'paragraph')) return []
    if (!meetsTopic(question.topic[passage.language], new Set([...own, ...headed]))) return []
    return {
      ...{ hit, unit, text, ...ofWhole },
      unitAnchors: matchAnchors(question.anchors, `${line}\n${label}\n${said}`, passage.language),
      coverage: covered(question.terms, weights, [own]),
      headedCoverage: covered(question.terms, weights, [own, headed]),
      bridgedCoverage: bridged(concepts, [own, headed]),
      bridgedPassageCoverage: bridged(concepts, [ofPassage]),
      typeFit: fitsQuestionType(question.type, text),
      isAnyRow:
        unit.kind === 'table-row' && !held.has(unit) && !forOthers?.isOnly && !namesRow(question, concepts, hit, unit),
      introduces: question.thing !== null && introduces(question.thing, { kind: unit.kind, text }),
      introducesList: /[:：]$/.test(text) && units[at + 1]?.kind === 'list-item',
      contrast: hit.contrast === null ? null : hit.unitCosines[at]! - (hit.dense! - hit.contrast),
      affinity: hit.unitAffinities[at] ?? null,
    }
  })
}

/** A row whose affinity is this much above the next one's is meant, even if the question has other words for it. */
const CLEAR_ROW = 0.08

/** Whether something in the question tells a row of the table from the others: a word, a name, its meaning. */
function namesRow(
  question: QuestionAnalysis,
  concepts: readonly Concept[],
  { passage, units, unitAffinities }: PassageHit,
  unit: AnswerUnit,
): boolean {
  const rows = units.flatMap((other, at) => (isSameTable(other, unit) ? at : []))
  if (rows.length < 2) return true
  const texts = rows.map((at) => passageText(passage, units[at]!))
  const sets = texts.map(termSet)
  const tells = (terms: readonly string[]) => {
    const holding = sets.filter((set) => terms.every((term) => set.has(term))).length
    return holding > 0 && holding < sets.length
  }
  if (question.terms.some((term) => tells([term])) || concepts.some((forms) => forms.some(tells))) return true
  const found = texts.map((text) => matchAnchors(question.anchors, text, passage.language).found)
  if (Math.max(...found) > Math.min(...found)) return true
  const [first = 0, second = 0] = rows.map((at) => unitAffinities[at] ?? 0).sort((a, b) => b - a)
  return first - second >= CLEAR_ROW
}

function isSameTable(one: AnswerUnit, other: AnswerUnit): boolean {
  return one.kind === 'table-row' && one.group === other.group
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

function absence(terms: readonly string[], weights: readonly number[], passage: ReadonlySet<string>) {
  const unknownWeight = weights[terms.length]!
  const total = terms.reduce((sum, _, at) => sum + weights[at]!, 0) || 1
  const shareOf = (isCounted: (term: string, weight: number) => boolean) =>
    terms.reduce((sum, term, at) => sum + (isCounted(term, weights[at]!) ? weights[at]! : 0), 0) / total
  return {
    missingCoverage: shareOf((term, weight) => weight < unknownWeight && !passage.has(term)),
    unknownCoverage: shareOf((_, weight) => weight >= unknownWeight),
  }
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
