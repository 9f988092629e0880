import { nameKey } from '../graph/known-names'
import type { NamedThing } from './query-sources'
import type { EntityPart, TextSpan } from './structured-query'

/** A question names things near its beginning: a pasted text is not tried word by word. */
const LONGEST_READ = 200
/** A Chinese character or a word of another script. */
const TOKEN = /\p{Script=Han}|[\p{L}\p{N}][\p{L}\p{N}.&'’_/-]*/gu
const MOST_TOKENS = 10
const SHORTEST = 2

export interface NamedStretch extends TextSpan {
  /** As names are compared. */
  readonly key: string
}

/** Every stretch of a question that may be a name, the longest first. Linear in what is read of it. */
export function namesIn(text: string): NamedStretch[] {
  const tokens = [...text.slice(0, LONGEST_READ).matchAll(TOKEN)]
  const stretches = tokens.flatMap(({ index: start }, at) =>
    tokens.slice(at, at + MOST_TOKENS).map(({ 0: token, index }) => ({ start, end: index + token.length })),
  )
  return (
    stretches
      .map((span) => ({ ...span, key: nameKey(text.slice(span.start, span.end)) }))
      // With an article before it, it is the same name again.
      .filter(
        ({ key, start, end }) =>
          key.length >= SHORTEST && key.length === text.slice(start, end).normalize('NFKC').length,
      )
      .toSorted((one, other) => other.end - other.start - (one.end - one.start))
  )
}

/** What a question names of these, by whichever of its names; of a longer name nothing is another one. */
export function readEntities(
  text: string,
  entities: readonly NamedThing[],
  isFree: (span: TextSpan) => boolean,
): EntityPart[] {
  if (entities.length === 0) return []
  const parts: (EntityPart & { readonly span: TextSpan })[] = []
  for (const { start, end, key } of namesIn(text)) {
    const named = entities.filter(({ keys }) => keys.includes(key))
    const isTaken = parts.some(({ span }) => start < span.end && span.start < end)
    if (named.length === 0 || isTaken || !isFree({ start, end })) continue
    const ids = named.map(({ id }) => id)
    parts.push({ kind: 'entity', ids, name: named[0]!.name, span: { start, end }, source: 'words' })
  }
  return parts
}
