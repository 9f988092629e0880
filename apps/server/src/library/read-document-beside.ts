import { Worker } from 'node:worker_threads'
import { type DocumentSegment, readDocument, type SourceDocument, UnreadableDocumentError } from '@parley/knowledge'
import { ParleyError } from '@parley/protocol'

export type DocumentRead =
  | { readonly type: 'read'; readonly segment: DocumentSegment }
  | { readonly type: 'unreadable'; readonly reason: string }

/** Reads a document into a segment without vectors. @throws ParleyError `unreadable_document` */
export type ReadDocument = (document: SourceDocument) => Promise<DocumentSegment>

/** Up to here a document is read within some ten milliseconds, less than a thread takes to start. */
const SHORT_DOCUMENT = 20_000
const MAX_HEAP_MB = 512

/** Short documents at once, long ones in a thread of their own, which ends with them. */
export function readDocumentBeside(entryPath: string): ReadDocument {
  return async (document) =>
    document.text.length <= SHORT_DOCUMENT ? readHere(document) : readInThread(entryPath, document)
}

function readHere(document: SourceDocument): DocumentSegment {
  try {
    return readDocument(document)
  } catch (error) {
    if (error instanceof UnreadableDocumentError) throw unreadable(error.reason)
    throw error
  }
}

function readInThread(entryPath: string, document: SourceDocument): Promise<DocumentSegment> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entryPath, {
      workerData: document,
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    })
    worker.once('message', (read: DocumentRead) => {
      if (read.type === 'read') resolve(read.segment)
      else reject(unreadable(read.reason))
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the thread that reads a document ended without an answer')))
  })
}

const unreadable = (reason: string) => new ParleyError('unreadable_document', { reason })
