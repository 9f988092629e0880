import { parentPort, workerData } from 'node:worker_threads'
import { UnreadableDocumentError } from '@parley/knowledge'
import type { DocumentToRead } from './document-content'
import { readContent } from './read-content'
import type { DocumentRead } from './read-document-beside'

/*
 * Entry of the thread that reads one document, bundled on its own: five million characters take seconds, in which the
 * library's thread answers; and what strangers made may take any time and memory until the thread is ended.
 */

async function read(document: DocumentToRead): Promise<DocumentRead> {
  try {
    return { type: 'read', content: await readContent(document) }
  } catch (error) {
    if (error instanceof UnreadableDocumentError) return { type: 'unreadable', reason: error.reason }
    throw error
  }
}

parentPort?.postMessage(await read(workerData as DocumentToRead))
