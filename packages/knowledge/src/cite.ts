import type { Citation } from './answer-types'
import { placeAt } from './parsed-document'
import { passageText } from './passage-text'
import type { AnswerType } from './query/structured-query'
import { quoteOf } from './quote'
import type { RankedCandidate } from './rank-candidates'

const MAX_CITATIONS = 3
/** Further sources are named when they are at least this likely, measured against the first. */
const FURTHER_SHARE = 0.5

/** The best candidates as citations, one a passage, no quote twice. */
export function cite(ranked: readonly RankedCandidate[], type: AnswerType): Citation[] {
  const cited: Citation[] = []
  for (const one of ranked) {
    if (cited.length === MAX_CITATIONS || one.rank < ranked[0]!.rank * FURTHER_SHARE) break
    const citation = citationOf(one, type)
    const isKnown = cited.some(({ passageId, quote }) => passageId === citation.passageId || quote === citation.quote)
    if (!isKnown) cited.push(citation)
  }
  return cited
}

export function citationOf({ candidate, rank }: RankedCandidate, type: AnswerType): Citation {
  const { passage, title, places } = candidate.hit
  const stretch = quoteOf(candidate, type)
  const { start, end } = stretch
  const quote = passageText(passage, stretch)
  const { documentId, id, headingPath } = passage
  const place = placeAt(places, start)
  const where = place && { place: { kind: place.kind, number: place.number, ...(place.name && { name: place.name }) } }
  return { documentId, passageId: id, title, headingPath, ...where, quote, start, end, score: rank }
}
