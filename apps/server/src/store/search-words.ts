import { messageTermsInSteps } from '@parley/text'

/*
 * What a message is found by enters the database here, beside its text (`content.ts`), so that encryption at rest has
 * one place to stand in for words too. Words of a text have neither @ nor colon: those below cannot be mistaken for one.
 */

/** Of a long message's tens of thousands. */
const TERMS_A_STEP = 5_000

export interface WordedMessage {
  readonly channelId: string
  readonly authorId: string
  readonly threadId: string | null
  readonly text: string
  readonly files: readonly { readonly name: string; readonly width: number | null }[]
}

export const channelWord = (channelId: string): string => `@c:${shortId(channelId)}`
export const authorWord = (authorId: string): string => `@a:${shortId(authorId)}`
export const LINK_WORD = '@has:link'
export const FILE_WORD = '@has:file'
export const IMAGE_WORD = '@has:image'
export const REPLY_WORD = '@is:reply'

/** A message's words with their places, as a `tsvector` is written, in steps of some milliseconds; a deleted message has none. */
export function* searchWordsInSteps(message: WordedMessage): Generator<void, string> {
  const places = new Map<string, number[]>()
  let place = 0
  for (const { term } of yield* messageTermsInSteps(spokenOf(message))) {
    place += 1
    const known = places.get(term)
    if (known) known.push(place)
    else places.set(term, [place])
    if (place % TERMS_A_STEP === 0) yield
  }
  yield
  return [...[...places].map(writeWord), ...factsOf(message).map(quoteWord)].join(' ')
}

/** A name with its parts apart (`q3-report.final.pdf`) is found by each of them, and as a whole. */
const spokenOf = ({ text, files }: WordedMessage): string =>
  [text, ...files.flatMap(({ name }) => [name, name.replace(/[-_.]+/g, ' ')])].join('\n')

/** A word as `tsvector` and `tsquery` quote it. */
export const quoteWord = (word: string): string =>
  `'${/['\\]/.test(word) ? word.replace(/['\\]/g, (sign) => sign + sign) : word}'`

/** PostgreSQL keeps 255 places a word, and none beyond 16,383. */
const MAX_PLACES = 255

const writeWord = ([word, places]: [string, number[]]): string =>
  `${quoteWord(word)}:${places.slice(0, MAX_PLACES).join(',')}`

const LINK = /https?:\/\/\S|\bwww\.\S/i

function factsOf({ channelId, authorId, threadId, text, files }: WordedMessage): string[] {
  const facts = [channelWord(channelId), authorWord(authorId)]
  if (LINK.test(text)) facts.push(LINK_WORD)
  if (files.length > 0) facts.push(FILE_WORD)
  if (files.some(({ width }) => width !== null)) facts.push(IMAGE_WORD)
  if (threadId !== null) facts.push(REPLY_WORD)
  return facts
}

/** 22 characters instead of 36: they stand in every message's words twice. */
const shortId = (id: string): string => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')
