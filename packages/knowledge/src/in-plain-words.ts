import type { Citation } from './answer-types'
import { inWordsOf } from './glossary'
import { searchedText } from './query/read-query'
import type { StructuredQuery } from './query/structured-query'
import { withoutFillers } from './without-fillers'

/** A short question is asked in the words of its matter already: what is left of it would ask for something else. */
const LEAST_LEFT_OUT = 3

/**
 * A Chinese question as the closest passage would put it: 出差住酒店每晚最多能报多少钱 as 出差住住宿每晚上限报多少钱. Spoken words and
 * other words for the same thing hide that a passage answers; null where it would be asked as it was.
 */
export function inPlainWords(query: StructuredQuery, near: Citation | undefined): StructuredQuery | null {
  if (query.language !== 'zh' || !near) return null
  const asked = searchedText(query)
  const reworded = inWordsOf(asked, [near.title, ...near.headingPath, near.quote].join('\n'))
  const { text, leftOut } = withoutFillers(reworded)
  if (text === '' || (reworded === asked && leftOut < LEAST_LEFT_OUT)) return null
  // Where to look has been cut out of the text already, and stands nowhere in what is left of it.
  return { ...query, text, parts: query.parts.map((part) => ({ ...part, span: undefined })) }
}
