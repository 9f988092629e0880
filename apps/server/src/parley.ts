import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import type { LanguageEngine } from './assistant/language-engine'
import { AssistantReader } from './assistant/reader'
import { ReplyProposals } from './assistant/replies/reply-proposals'
import { ASSISTANT_ALIASES, ensureWorkspace } from './commands/workspace/ensure-workspace'
import { createParts, type Parts } from './create-parts'
import { createFiles } from './files/create-files'
import { createSetupLink, makeFirstAdministrator } from './first-administrator'
import { createApp } from './http/app'
import { LibraryThread } from './library/library-thread'
import type { ParleyOptions } from './parley-options'
import { readAssistant } from './queries/read-actor'
import { startWorkers, stopWorkers } from './run-workers'
import { sealStored } from './secrets/seal-stored'
import type { Services } from './services'
import { createPool } from './store/database'
import { migrate } from './store/migrate'

/** A running Parley. */
export interface ParleyServer {
  readonly url: string
  readonly services: Services
  /** Whether this start has made the people of a demonstration. */
  readonly hasNewDemo: boolean
  /** Resolves when nothing of a demonstration is missing any more. */
  demoFilled(): Promise<void>
  /** Resolves when no import or export waits or runs any more. */
  transfersSettled(): Promise<void>
  /** Compares all documents with each other. It happens by itself, too, some time after they change. */
  compareDocuments(): Promise<void>
  /** Resolves when no source of documents is due any more. */
  sourcesSettled(): Promise<void>
  /** Resolves when nothing is being learnt of the workspace's own examples any more. */
  intentsSettled(): Promise<void>
  /** Resolves when nothing is being measured any more. */
  evaluationsSettled(): Promise<void>
  /** Resolves when everything that was asked until now is noted. */
  questionsNoted(): Promise<void>
  /** Resolves when everything that may be answered unasked by now was considered. */
  suggestAnswers(): Promise<void>
  /** Resolves when the graph has been read of everything that there was until now. */
  graphRead(): Promise<void>
  /** The one-time link that sets the workspace up, or null when that was done. A new link ends the one before. */
  createSetupLink(): Promise<string | null>
  /** Sends and says what has fallen due. It happens by itself, too: this is for clocks that a test sets. */
  doPlanned(): Promise<void>
  /** Open sockets, and the bytes that wait for them. */
  measureSockets(): { readonly sockets: number; readonly waitingBytes: number }
  /** What the assistant still has to read, as far as it is in memory. */
  measureAssistant(): { readonly waitingEvents: number }
  stop(): Promise<void>
}

/** Puts the parts together: database → store → feed → sockets, assistant and HTTP. Effects begin here. */
export async function startParley(options: ParleyOptions): Promise<ParleyServer> {
  const { log, engine } = options
  const pool = createPool({ connectionString: options.databaseUrl }, (error) =>
    log.warn({ err: error }, 'idle connection lost'),
  )
  const libraryThread = createLibraryThread(options)
  try {
    return await assemble(options, pool, libraryThread)
  } catch (error) {
    await libraryThread.close()
    await pool.end()
    await engine.close()
    throw error
  }
}

async function assemble(options: ParleyOptions, pool: Pool, libraryThread: LibraryThread): Promise<ParleyServer> {
  await migrate(pool)
  libraryThread.start()
  const files = await createFiles(options.files, options.programDirectory)
  const parts = createParts(options, { pool, libraryThread, files })
  const { services } = parts
  await sealSecrets(services, options.log)
  const workspaceId = await ensureWorkspace(services.store)
  await parts.intents.start(workspaceId)
  await parts.rules.start(workspaceId)
  await parts.evaluations.start()
  const beginning = await makeFirstAdministrator(options, services, workspaceId)
  await parts.push.start(workspaceId)
  const reader = await startReader(parts, options.engine, workspaceId)
  const { log, webDirectory, trustedProxies = ['loopback'] } = options
  const app = await createApp({ ...parts, log, webDirectory, trustedProxies })
  const url = await listen(app, options).catch(async (error) => {
    await reader.stop()
    throw error
  })
  parts.address.url ||= url
  startWorkers(parts)
  return {
    ...{ url, services, ...controlsOf(parts, reader) },
    hasNewDemo: beginning !== null && options.demoPassword !== undefined,
    createSetupLink: () => createSetupLink(services.store.rows, workspaceId, url),
    stop: () => stopWorkers(parts, { app, reader, libraryThread, pool, engine: options.engine }),
  }
}

/** Of an earlier version some stand open, under an earlier key sealed. */
async function sealSecrets({ store, secrets }: Services, log: ParleyOptions['log']): Promise<void> {
  const unreadable = await sealStored(store.rows, secrets)
  if (unreadable > 0)
    log.error({ unreadable }, 'secrets in the database were sealed with a key that is not here: see PARLEY_SECRET_KEY')
}

/** What goes on behind everybody's back, to be waited for and looked at. */
function controlsOf(parts: Parts, reader: AssistantReader) {
  return {
    demoFilled: () => parts.demo.settled(),
    transfersSettled: () => parts.transferRunner.settled(),
    compareDocuments: () => parts.documentCheck.check(),
    sourcesSettled: () => parts.sources.settled(),
    intentsSettled: () => parts.intents.settled(),
    evaluationsSettled: () => parts.evaluations.settled(),
    questionsNoted: () => parts.questionLog.settled(),
    graphRead: () => parts.graph.settled(),
    doPlanned: () => parts.planned.wake(),
    suggestAnswers: () => parts.suggesting.wake(),
    measureSockets: () => parts.gateway.measure(),
    measureAssistant: () => reader.measure(),
  }
}

async function startReader(parts: Parts, { comprehension }: LanguageEngine, workspaceId: string) {
  const { services, feed, directory, conversations, onError } = parts
  const { store } = services
  const assistant = await readAssistant(store.rows, workspaceId)
  const names = [assistant.name, ...ASSISTANT_ALIASES]
  const replies = new ReplyProposals({ workspaceId, store, directory })
  const about = { assistant, names, store, feed, directory, comprehension, conversations, replies, onError }
  const reader = new AssistantReader({ ...about, onSuggestible: () => parts.suggesting.sweep() })
  await reader.start()
  return reader
}

function createLibraryThread({ databaseUrl, programDirectory, engine, log }: ParleyOptions): LibraryThread {
  return new LibraryThread({
    databaseUrl,
    entryPath: join(programDirectory, 'library-worker.js'),
    documentReaderPath: join(programDirectory, 'document-worker.js'),
    encoder: engine.encoder,
    onError: (error) => log.error({ err: error }, "the library's thread failed"),
    onUnreadable: (documentId, reason) =>
      log.error({ reason, documentId }, 'a document cannot be read any more: answers do without it'),
  })
}

async function listen(app: FastifyInstance, { host, port }: ParleyOptions): Promise<string> {
  await app.listen({ host, port })
  const address = app.server.address() as AddressInfo
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${address.port}`
}
