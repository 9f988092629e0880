import { Worker } from 'node:worker_threads'
import { isBareText, UnreadableDocumentError, type UnreadableReason } from '@parley/knowledge'
import type { DocumentToRead } from './document-content'
import { type ReadDocumentContent, readContent } from './read-content'
import { unreadable } from './unreadable'

export type DocumentRead =
  | { readonly type: 'read'; readonly content: ReadDocumentContent }
  | { readonly type: 'unreadable'; readonly reason: UnreadableReason }

/** Reads a document into a segment without vectors. @throws ParleyError, see `unreadable.ts` */
export type ReadDocument = (document: DocumentToRead) => Promise<ReadDocumentContent>

/** Up to here a text, or a file that is nothing but text, is read within some ten milliseconds: a thread takes longer to start. */
const SHORT_DOCUMENT = 20_000
const MAX_HEAP_MB = 1024
/** A thousand pages take some ten seconds; what takes longer is made to. */
const MAX_READING_MS = 120_000

/** Each may take a gigabyte: however many documents come in at once, the others wait. */
const THREADS = 2

/** Short texts at once, everything else in a thread of its own, which ends with it. */
export function readDocumentBeside(entryPath: string, maxReadingMs = MAX_READING_MS): ReadDocument {
  const inTurn = atMost(THREADS)
  return (document) =>
    isShort(document) ? readHere(document) : inTurn(() => readInThread(entryPath, document, maxReadingMs))
}

/** Runs so many at once, the others as these end, in their order. */
function atMost(places: number) {
  let free = places
  const waiting: (() => void)[] = []
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (free > 0) free -= 1
    else await new Promise<void>((begin) => waiting.push(begin))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}

function isShort({ content }: DocumentToRead): boolean {
  if ('text' in content) return content.text.length <= SHORT_DOCUMENT
  return 'bytes' in content && content.bytes.length <= SHORT_DOCUMENT && isBareText(content.bytes)
}

async function readHere(document: DocumentToRead): Promise<ReadDocumentContent> {
  try {
    return await readContent(document)
  } catch (error) {
    if (error instanceof UnreadableDocumentError) throw unreadable(error.reason)
    throw error
  }
}

function readInThread(entryPath: string, workerData: DocumentToRead, maxMs: number): Promise<ReadDocumentContent> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entryPath, { workerData, resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB } })
    const timer = setTimeout(() => {
      reject(unreadable('too-slow'))
      void worker.terminate()
    }, maxMs)
    worker.once('message', (read: DocumentRead) => {
      if (read.type === 'read') resolve(read.content)
      else reject(unreadable(read.reason))
    })
    worker.once('error', (error) => reject(isOutOfMemory(error) ? unreadable('too-large') : error))
    worker.once('exit', () => {
      clearTimeout(timer)
      reject(new Error('the thread that reads a document ended without an answer'))
    })
  })
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
