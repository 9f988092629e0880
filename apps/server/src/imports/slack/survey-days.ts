import { authorKeyOf, authorNameOf } from './read-slack-message'
import { SlackSaid } from './slack-export'
import type { SlackFiles } from './slack-files'

/** What has to be known of all days before the first of them is told. */
export interface SlackSurvey {
  /** What people and programs that no list has are called, by their keys. */
  readonly names: ReadonlyMap<string, string>
  /** What user groups are called, by their ids: an export has no list of them. */
  readonly groups: ReadonlyMap<string, string>
  /** Days in the order of their time; those that run into each other, as only odd tools write them, belong together. */
  readonly order: (days: readonly string[]) => string[][]
}

interface Span {
  readonly day: string
  readonly from: number
  readonly to: number
}

/** What is read as one, at most, in bytes: it is in memory together. */
const MOST_TOGETHER = 64 * 1024 * 1024

const GROUP = /<!subteam\^([A-Z0-9]+)\|@?([^<>|\n]+)>/g
const PERSON = /<@([A-Z0-9]+)\|([^<>|\n]+)>/g

/** Reads through the days once; what cannot be read is left to those who read them again, and report it. */
export async function surveyDays(
  files: Pick<SlackFiles, 'readQuietly' | 'sizeOf'>,
  days: Iterable<string>,
  onRead: (bytes: number) => void,
): Promise<SlackSurvey> {
  const [names, groups, spans] = [new Map<string, string>(), new Map<string, string>(), new Map<string, Span>()]
  for (const day of days) {
    let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (const said of await files.readQuietly(day, SlackSaid)) {
      from = Math.min(from, Number(said.ts))
      to = Math.max(to, Number(said.ts))
      noteNames(said, names, groups)
    }
    spans.set(day, { day, from, to })
    onRead(files.sizeOf(day) ?? 0)
  }
  return { names, groups, order: (some) => inOrder(some, spans, files) }
}

function noteNames(said: SlackSaid, names: Map<string, string>, groups: Map<string, string>): void {
  const [key, name] = [authorKeyOf(said), authorNameOf(said)]
  if (name !== null && !names.has(key)) names.set(key, name)
  const text = said.text ?? ''
  for (const [, id = '', called = ''] of text.matchAll(GROUP)) if (!groups.has(id)) groups.set(id, called)
  // What somebody calls themselves goes before what others call them.
  for (const [, id = '', called = ''] of text.matchAll(PERSON)) if (!names.has(id)) names.set(id, called)
}

function inOrder(
  days: readonly string[],
  spans: ReadonlyMap<string, Span>,
  { sizeOf }: Pick<SlackFiles, 'sizeOf'>,
): string[][] {
  const found = days.flatMap((day) => spans.get(day) ?? [])
  // A day of which nothing can be read has no time, and comes last.
  const sorted = found.toSorted((one, other) => (one.from === other.from ? 0 : one.from - other.from))
  const together: string[][] = []
  let [end, bytes] = [Number.NEGATIVE_INFINITY, 0]
  for (const { day, from, to } of sorted) {
    const size = sizeOf(day) ?? 0
    const isOfThese = from <= end && bytes + size <= MOST_TOGETHER
    if (isOfThese) together.at(-1)?.push(day)
    else together.push([day])
    bytes = isOfThese ? bytes + size : size
    end = Math.max(end, to)
  }
  return together
}
