import type { Message, QueryAnswer } from '@parley/protocol'
import { type Pages, usePages } from '../../app/use-pages'
import type { SearchPlace } from './search-place'

export type FoundPage = QueryAnswer<'messages.search'>

/** What a search finds, page after page. While the next query is under way, the answer to the last one stays. */
export const useSearchResults = ({ query, sort }: SearchPlace): Pages<FoundPage> =>
  usePages('messages.search', { query, sort }, hitsAfter)

const hitsAfter = ({ next }: FoundPage) => (next ? { before: next } : null)

export const rangesOf = ({ highlights }: FoundPage, { id }: Message) =>
  highlights.find(({ messageId }) => messageId === id)?.ranges ?? []
