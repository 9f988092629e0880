import type { AnswerCandidate } from './answer-candidates'
import type { QuestionAnalysis } from './question-analysis'

interface Ranked {
  readonly candidate: AnswerCandidate
  readonly rank: number
}

/** A table goes before a sentence below it when it is at least this likely, measured against that. */
const TABLE_SHARE = 0.75

/** What a table gives case by case. */
const VALUES: ReadonlySet<string> = new Set(['duration', 'quantity', 'money', 'time'])

/**
 * "How many days of annual leave?" under the heading “Annual leave”: first a table by years of service, then a sentence
 * that says the words of the heading again and how many days are carried over. Where the question has no word that the
 * heading and the table lack, and names none of the rows, the table is what it asks for, and the sentence an addition.
 */
export function preferTopicTable<One extends Ranked>(
  ranked: readonly One[],
  question: QuestionAnalysis,
): readonly One[] {
  const [best, ...others] = ranked
  if (!best || best.candidate.unit.kind !== 'paragraph' || !VALUES.has(question.type)) return ranked
  const table = others.find((one) => one.rank >= best.rank * TABLE_SHARE && isTableOf(one.candidate, best.candidate))
  return table ? [table, ...ranked.filter((one) => one !== table)] : ranked
}

function isTableOf(row: AnswerCandidate, sentence: AnswerCandidate): boolean {
  const isAbove = row.hit.passage === sentence.hit.passage && row.unit.start < sentence.unit.start
  return isAbove && row.isAnyRow && row.typeFit === 1 && row.headedCoverage >= sentence.headedCoverage
}
