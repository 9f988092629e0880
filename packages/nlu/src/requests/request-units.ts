import { splitSentences } from '@parley/text'

/** A sentence, or a clause of one, that can ask for something of its own. */
export interface RequestUnit {
  readonly start: number
  readonly end: number
  readonly kind: 'sentence' | 'clause'
}

/** Nobody hands out more work in one message than a list holds. */
const MAX_UNITS = 12
const READ_LENGTH = 1000
const CLAUSE_BREAK = /[，,；;]|\s[–—-]+\s/g
/** Shorter clauses say too little to be judged alone. */
const LEAST_LENGTH = 3

/** What of a message is judged for requests: its sentences, and the clauses of those that have several. */
export function requestUnits(message: string): RequestUnit[] {
  const sentences = splitSentences(message.slice(0, READ_LENGTH)).flatMap(({ start, end }) =>
    trimmed(message, start, end, 'sentence'),
  )
  const clauses = sentences.flatMap((sentence) => clausesOf(message, sentence))
  return [...sentences, ...clauses].slice(0, MAX_UNITS)
}

function clausesOf(message: string, { start, end }: RequestUnit): RequestUnit[] {
  const cuts = [...message.slice(start, end).matchAll(CLAUSE_BREAK)]
  const edges = [0, ...cuts.flatMap((cut) => [cut.index, cut.index + cut[0].length]), end - start]
  const clauses =
    cuts.length === 0
      ? []
      : edges.flatMap((from, index) => (index % 2 === 0 ? [[from, edges[index + 1] ?? from] as const] : []))
  return clauses.flatMap(([from, to]) => trimmed(message, start + from, start + to, 'clause'))
}

function trimmed(message: string, start: number, end: number, kind: RequestUnit['kind']): RequestUnit[] {
  const text = message.slice(start, end)
  const from = start + text.search(/\S|$/)
  const to = start + text.trimEnd().length
  return to - from < LEAST_LENGTH ? [] : [{ start: from, end: to, kind }]
}
