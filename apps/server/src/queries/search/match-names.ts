import { foldPhrase } from '@parley/text'

/** Something with names, one of which somebody may mean. */
export interface Named {
  readonly id: string
  readonly names: readonly string[]
}

/**
 * Those that a name may mean, leniently: who is called exactly so; else whose name, or a word of it, begins so; else whose
 * name holds it. Without regard to case, script variant, spaces, dots and a sign in front.
 */
export function matchNames(candidates: readonly Named[], name: string): string[] {
  const wanted = plain(name)
  if (wanted === '') return []
  const steps: readonly ((called: string) => boolean)[] = [
    (called) => plain(called) === wanted,
    (called) => [called, ...called.split(/[\s._-]+/)].some((part) => plain(part).startsWith(wanted)),
    (called) => plain(called).includes(wanted),
  ]
  for (const isMeant of steps) {
    const found = candidates.filter(({ names }) => names.some(isMeant))
    if (found.length > 0) return found.map(({ id }) => id)
  }
  return []
}

const plain = (name: string): string =>
  foldPhrase(name)
    .replace(/^[@#]+/, '')
    .replace(/[\s._-]+/g, '')
