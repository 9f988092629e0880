import { parentPort, workerData } from 'node:worker_threads'
import { createAnswerer, createHybridIndex } from '@parley/knowledge'
import { createDatabase, createPool } from '../store/database'
import { IndexedLibrary } from './indexed-library'
import { judgeTalk } from './judge-talk'
import type { FromLibraryThread, LibraryCall, LibraryCalls, LibraryStart, ToLibraryThread } from './library-wire'
import { readDocumentBeside } from './read-document-beside'
import { asRefusal } from './refusal'
import { RelayedEncoder } from './relayed-encoder'
import { storedUnitVectors } from './stored-unit-vectors'

/*
 * Entry of the thread that holds the library, bundled on its own. An answer over thousands of passages, or taking in a
 * long document, takes time in which the server's event loop delivers messages.
 */

const port = parentPort
if (!port) throw new Error('this is the entry of a worker thread')

const { databaseUrl, documentReaderPath, encoder } = workerData as LibraryStart
const send = (outgoing: FromLibraryThread) => port.postMessage(outgoing)
const relayed =
  encoder && new RelayedEncoder(encoder, (encodeId, texts) => send({ type: 'encode', encodeId, ...texts }))
// Of its own, and small: long rows are parsed and written here. That it lost a connection is said by the query that meets it.
const pool = createPool({ connectionString: databaseUrl, max: 3 }, () => undefined)
const rows = createDatabase(pool)
const index = createHybridIndex({ encoder: relayed, unitVectors: storedUnitVectors(rows) })
const library = new IndexedLibrary({
  rows,
  index,
  answerer: createAnswerer({ index, encoder: relayed }),
  readDocument: readDocumentBeside(documentReaderPath),
  onUnreadable: (documentId, error) =>
    send({
      type: 'unreadable',
      documentId,
      reason: error instanceof Error ? (error.stack ?? error.message) : `${error}`,
    }),
})

port.on('message', (incoming: ToLibraryThread) => {
  if (incoming.type === 'encoded') relayed?.settle(incoming.encodeId, incoming.vectors)
  else if (incoming.type === 'not-encoded') relayed?.refuse(incoming.encodeId, incoming.refusal)
  else void serve(incoming.callId, incoming.call)
})

async function serve(callId: number, call: LibraryCall): Promise<void> {
  try {
    send({ type: 'answered', callId, result: await carryOut(call) })
  } catch (error) {
    send({ type: 'refused', callId, refusal: asRefusal(error) })
  }
}

async function carryOut(call: LibraryCall): Promise<LibraryCalls[keyof LibraryCalls]['result']> {
  if (call.name === 'answer') return library.answer(call.input)
  if (call.name === 'askTalk') return judgeTalk(call.input, relayed)
  if (call.name === 'tune') return library.tune(call.input)
  if (call.name === 'add') return library.add(call.input)
  if (call.name === 'move') library.move(call.input)
  else if (call.name === 'restore') await library.bringBack(call.input.documentId)
  else library.remove(call.input.documentId)
  return null
}
