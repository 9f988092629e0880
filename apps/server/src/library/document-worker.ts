import { parentPort, workerData } from 'node:worker_threads'
import { readDocument, type SourceDocument, UnreadableDocumentError } from '@parley/knowledge'
import type { DocumentRead } from './read-document-beside'

/*
 * Entry of the thread that reads one document, bundled on its own: five million characters take seconds, in which the
 * library's thread answers.
 */

function read(document: SourceDocument): DocumentRead {
  try {
    return { type: 'read', segment: readDocument(document) }
  } catch (error) {
    if (error instanceof UnreadableDocumentError) return { type: 'unreadable', reason: error.reason }
    throw error
  }
}

parentPort?.postMessage(read(workerData as SourceDocument))
