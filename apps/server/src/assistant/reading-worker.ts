import { parentPort, workerData } from 'node:worker_threads'
import { EncoderUnavailableError, unpackEncoding } from '@parley/inference'
import { spellingsOf } from '@parley/knowledge'
import {
  classifiedPart,
  explainIntent,
  type IntentExplanation,
  type MessageEncoding,
  mayHold,
  missingHeads,
  openKeptHeads,
  RuleBook,
  readWithRules,
  recognise,
  type Situation,
  saysSomething,
} from '@parley/nlu'
import { InTurn } from '../in-turn'
import { BorrowedEncoder } from './borrowed-encoder'
import { type ChosenHeads, chooseIntents } from './chosen-intents'
import type { Comprehended } from './comprehension'
import { type IntentChoice, SHIPPED } from './intent-control'
import type { FromReadingThread, Mended, Nameable, ReadingStart, ToReadingThread, UnreadMessage } from './reading-wire'

/*
 * Entry of the thread that reads messages, bundled on its own. Recognisers may take a quarter of a second for a message
 * of 40,000 characters: time in which the server's event loop delivers other people's messages.
 */

const port = parentPort
if (!port) throw new Error('this is the entry of a worker thread')

type Intents = NonNullable<ReadingStart['intents']>

const { intents, readsSentiment } = workerData as ReadingStart
let choice = SHIPPED
let chosen = intents && (await openHeads(intents))
let book = new RuleBook([])
let draft = { ruleId: '', book }
/** Opening takes a moment: what was chosen last must be what is opened last. */
const heads = new InTurn()
const NOBODY: Nameable = { directory: [] }
const directories = new Map<number, Nameable>()
/** One for each explanation under way. */
const borrowed = new Map<number, BorrowedEncoder>()
const send = (outgoing: FromReadingThread) => port.postMessage(outgoing)

port.on('message', async (order: ToReadingThread) => {
  if (order.type === 'directory') {
    directories.clear()
    directories.set(order.directoryId, withSpellings(order.nameable))
  } else if (order.type === 'missing-heads') send(await missing(order.requestId))
  else if (order.type === 'open-heads') await heads.take('open', reopenHeads)
  else if (order.type === 'use-intents') {
    send(await heads.take('open', () => use(order.requestId, order.choice)))
  } else if (order.type === 'describe-intents') send(described(order.requestId))
  else if (order.type === 'use-rules') send(useRules(order))
  else if (order.type === 'draft-rules') send(draftRules(order))
  else if (order.type === 'match-draft') send(matchDraft(order))
  else if (order.type === 'compare-draft') send(compareDraft(order))
  else if (order.type === 'read') send(answer(order))
  else if (order.type === 'explain') void explain(order.requestId, order.text).then(send)
  else borrowed.get(order.requestId)?.settle(order)
})

/** Here, because the dictionary of readings takes its time and memory. */
const withSpellings = ({ directory, ...nameable }: Nameable): Nameable => ({
  ...nameable,
  directory: directory.map((person) => ({ ...person, spellings: spellingsOf(person.name) })),
})

async function reopenHeads(): Promise<void> {
  chosen = intents && (await openHeads(intents))
  if (intents && !chosen) throw new Error('the trained intents cannot be read')
}

/** Null before the first training. */
async function openHeads(kept: Intents): Promise<ChosenHeads | null> {
  const opened = await openKeptHeads({ ...placeOf(kept), readsSentiment })
  return opened && chooseIntents(opened, choice, kept.encoderId)
}

async function missing(requestId: number): Promise<FromReadingThread> {
  const heads = intents ? await missingHeads(placeOf(intents)) : { needed: [], further: [] }
  return { type: 'missing', requestId, heads }
}

function placeOf({ directory, encoderId }: Intents) {
  return { directory, encoder: encoderId === null ? null : { id: encoderId } }
}

/** What was used before stays when the choice cannot be had. */
async function use(requestId: number, wanted: IntentChoice): Promise<FromReadingThread> {
  const before = choice
  choice = wanted
  try {
    await reopenHeads()
    return described(requestId)
  } catch (error) {
    choice = before
    return failure(requestId, error)
  }
}

const described = (requestId: number): FromReadingThread => ({
  type: 'described',
  requestId,
  figures: chosen?.figures ?? null,
})

type Order<Type extends ToReadingThread['type']> = Extract<ToReadingThread, { type: Type }>

/** What was used before stays where they cannot be used. */
const useRules = ({ requestId, rules }: Order<'use-rules'>) =>
  attempt(requestId, () => {
    book = new RuleBook(rules)
    return { type: 'rules-taken', requestId }
  })

const draftRules = ({ requestId, draft: { rules, ruleId } }: Order<'draft-rules'>) =>
  attempt(requestId, () => {
    draft = { ruleId, book: new RuleBook(rules) }
    return { type: 'rules-taken', requestId }
  })

const matchDraft = ({ requestId, directoryId, messages }: Order<'match-draft'>) =>
  attempt(requestId, () => {
    const nameable = directories.get(directoryId) ?? NOBODY
    const may = ({ text, situation }: UnreadMessage) =>
      mayHold(draft.book, draft.ruleId, { text, situation: { ...situation, ...nameable }, recognise })
    return {
      type: 'matched',
      requestId,
      indexes: [...messages.keys()].filter((index) => may(messages[index] as UnreadMessage)),
    }
  })

const compareDraft = (order: Order<'compare-draft'>) =>
  attempt(order.requestId, () => {
    const { requestId } = order
    return { type: 'compared', requestId, before: readAll(order, book), after: readAll(order, draft.book) }
  })

const answer = (order: Order<'read'>) =>
  attempt(order.requestId, () => ({
    ...{ type: 'read', requestId: order.requestId, messages: readAll(order, book) },
    mended: order.asMeant ? [] : mendedAmong(order),
  }))

/** Where the encoder was away, the words alone are read, and as they were meant. */
function mendedAmong({ messages, encodings }: Order<'read'>): Mended[] {
  const classifier = chosen?.heads.classifier
  if (!classifier || encodings.length === 0) return []
  return messages.flatMap((message, index) => {
    const part = classifiedPart(message.text)
    const text = classifier.asMeant(part)
    return text === part ? [] : [{ index, text }]
  })
}

function attempt(requestId: number, work: () => FromReadingThread): FromReadingThread {
  try {
    return work()
  } catch (error) {
    return failure(requestId, error)
  }
}

function readAll(order: Order<'read' | 'compare-draft'>, rules: RuleBook): Comprehended[] {
  const nameable = directories.get(order.directoryId) ?? NOBODY
  return order.messages.map(({ text, situation }, index) =>
    read(text, { ...situation, ...nameable }, { encoding: encodingOf(order, index), rules }),
  )
}

function encodingOf(order: Order<'read' | 'compare-draft'>, index: number): MessageEncoding | null {
  const [packed, meant] = [order.encodings[index], order.type === 'read' ? order.asMeant?.[index] : undefined]
  return packed ? { ...unpackEncoding(packed), ...(meant && { asMeant: unpackEncoding(meant) }) } : null
}

function failure(requestId: number, error: unknown): FromReadingThread {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { type: 'failed', requestId, reason }
}

function read(
  text: string,
  situation: Situation,
  { encoding, rules }: { readonly encoding: MessageEncoding | null; readonly rules: RuleBook },
): Comprehended {
  const heads = chosen?.heads ?? null
  return readWithRules({ text, situation, encoding, heads, recognise }, rules)
}

async function explain(requestId: number, text: string): Promise<FromReadingThread> {
  const encoder = new BorrowedEncoder(intents?.encoderId ?? '', (texts) => send({ type: 'encode', requestId, texts }))
  borrowed.set(requestId, encoder)
  try {
    return { type: 'explained', requestId, explanation: await explainText(text, encoder) }
  } catch (error) {
    return failure(requestId, error)
  } finally {
    borrowed.delete(requestId)
  }
}

/** While the encoder is away, what the words alone say is explained. */
async function explainText(text: string, encoder: BorrowedEncoder): Promise<IntentExplanation | null> {
  if (!chosen || !saysSomething(text)) return null
  const { classifier } = chosen.heads
  const byWords = { classifier, encoder: null }
  if (intents?.encoderId === null) return explainIntent(text, byWords)
  try {
    return await explainIntent(text, { classifier, encoder })
  } catch (error) {
    if (error instanceof EncoderUnavailableError) return explainIntent(text, byWords)
    throw error
  }
}
