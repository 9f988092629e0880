import { ChannelId, ErrorBody, FileId, MessageId } from '@parley/protocol'
import type { OutgoingMessage, OutgoingStorage } from './outgoing-message'

/** What is needed of `localStorage`. */
export interface KeyValueStorage {
  readonly length: number
  key(index: number): string | null
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

/**
 * Keeps messages on their way in a browser's storage, under keys that begin with `prefix` (put the person's id in it).
 * Tabs that share the storage may send the same message, which its clientMessageId makes one. A tab that loaded it before
 * another took it back may still send it: then it is there, and can be deleted like any other.
 */
export function browserOutgoingStorage(storage: KeyValueStorage, prefix: string): OutgoingStorage {
  const keyOf = (clientMessageId: string) => `${prefix}.${clientMessageId}`
  return {
    load: () =>
      keysOf(storage)
        .filter((key) => key.startsWith(`${prefix}.`))
        .flatMap((key) => readStored(storage.getItem(key))),
    save: (message) => {
      try {
        storage.setItem(keyOf(message.clientMessageId), JSON.stringify(message))
      } catch {
        // Full or forbidden storage: the message is sent all the same, it only would not survive a reload.
      }
    },
    remove: (clientMessageId) => storage.removeItem(keyOf(clientMessageId)),
  }
}

const keysOf = (storage: KeyValueStorage): string[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')

/** None, when it was written by another version or by something else. */
function readStored(json: string | null): OutgoingMessage[] {
  const stored = parse(json)
  const channelId = ChannelId.safeParse(stored?.channelId)
  const threadId = MessageId.nullable().safeParse(stored?.threadId)
  const { clientMessageId, text, createdAtMs } = stored ?? {}
  if (!channelId.success || !threadId.success) return []
  if (typeof clientMessageId !== 'string' || typeof text !== 'string' || typeof createdAtMs !== 'number') return []
  const isAlsoInChannel = stored?.isAlsoInChannel === true
  const named = { clientMessageId, channelId: channelId.data, threadId: threadId.data, isAlsoInChannel }
  const withdrawn = stored?.isWithdrawn === true && { isWithdrawn: true }
  return [
    { ...named, text, ...readFiles(stored?.fileIds), createdAtMs, ...readProgress(stored?.refusal), ...withdrawn },
  ]
}

/** null: it waited for its files. */
function readFiles(stored: unknown): Pick<OutgoingMessage, 'fileIds'> {
  if (stored === null) return { fileIds: null }
  return { fileIds: FileId.array().safeParse(stored).data ?? [] }
}

/** A refused message stays refused until its writer says otherwise. */
function readProgress(refusal: unknown): Pick<OutgoingMessage, 'status' | 'refusal' | 'seq'> {
  const body = ErrorBody.safeParse({ error: refusal })
  if (!body.success) return { status: 'sending', refusal: null, seq: null }
  return { status: 'failed', refusal: body.data.error, seq: null }
}

function parse(json: string | null): Partial<Record<keyof OutgoingMessage, unknown>> | null {
  try {
    return JSON.parse(json ?? 'null')
  } catch {
    return null
  }
}
