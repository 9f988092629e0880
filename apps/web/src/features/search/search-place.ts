/** Its element, for those who bring the focus there. */
export const SEARCH_FIELD_ID = 'message-search'

export type SearchSort = 'newest' | 'relevance'

export interface SearchPlace {
  readonly query: string
  readonly sort: SearchSort
}

/** What an address's search part looks for. */
export function readSearchPlace(search: string): SearchPlace {
  const parameters = new URLSearchParams(search)
  return {
    query: parameters.get('q') ?? '',
    sort: parameters.get('sort') === 'relevance' ? 'relevance' : 'newest',
  }
}

/** The address of a search: it can be kept and passed on. */
export function searchPath({ query, sort = 'newest' }: { query: string; sort?: SearchSort }): string {
  const parameters = new URLSearchParams({
    ...(query !== '' && { q: query }),
    ...(sort !== 'newest' && { sort }),
  })
  return parameters.size === 0 ? '/search' : `/search?${parameters}`
}

/** A channel's name as the query says it. */
export const inChannel = (name: string): string => (/[\s"“”]/.test(name) ? `in:"${name}" ` : `in:#${name} `)
