import type { AnswerCandidate } from '../answer-candidates'
import { plainQuery } from '../query/read-query'
import type { QueryPart, StructuredQuery } from '../query/structured-query'
import type { Judgement, RankedCandidate } from '../rank-candidates'
import { comparedThings, namesOfSecond } from './compared-things'

/** What says of either thing what it is, in the order in which they were named. */
export interface ComparedSides {
  readonly sides: readonly [RankedCandidate, RankedCandidate]
  /** Of the less sure one. */
  readonly confidence: number
}

/** Judges what is found for a question of one of the two. */
export type JudgeSide = (
  query: StructuredQuery,
  isWanted: (candidate: AnswerCandidate) => boolean,
) => Promise<Judgement>

type Side = { readonly side: RankedCandidate; readonly confidence: number }

/**
 * Few documents compare two things; they say of each what it is. Null where nothing is compared, or where it is not said of
 * both: then the question is asked as it stands.
 */
export async function compareThings(
  query: StructuredQuery,
  judge: JudgeSide,
  threshold: number,
): Promise<ComparedSides | null> {
  const things = comparedThings(query.text)
  if (!things) return null
  const whatIs = async (names: readonly string[]): Promise<Side | null> => {
    for (const name of names) {
      const text = query.language === 'zh' ? `${name}是什么？` : `What is ${name}?`
      const asked = { ...plainQuery(text), language: query.language, parts: leftOut(query) }
      const { ranked, confidence } = await judge(asked, ({ introduces }) => introduces)
      if (ranked[0] && confidence >= threshold) return { side: ranked[0], confidence }
    }
    return null
  }
  const one = await whatIs([things[0]])
  const other = one && (await whatIs(namesOfSecond(...things)))
  if (!one || !other || one.side.candidate.unit === other.side.candidate.unit) return null
  return { sides: [one.side, other.side], confidence: Math.min(one.confidence, other.confidence) }
}

/** What is left out of the question is left out of each half of it, wherever it stood. */
const leftOut = ({ parts }: StructuredQuery): QueryPart[] =>
  parts.flatMap((part) =>
    part.kind === 'without' ? [{ kind: part.kind, words: part.words, source: part.source }] : [],
  )
