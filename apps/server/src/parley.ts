import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { User } from '@parley/protocol'
import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import type { Actor } from './actor'
import { createAssistant } from './assistant/assistant'
import { Conversations } from './assistant/converse'
import { Directory } from './assistant/directory'
import type { LanguageEngine } from './assistant/language-engine'
import { AssistantReader } from './assistant/reader'
import { SignInGuard } from './commands/session/sign-in-guard'
import { createFirstPerson, isSetupNeeded, issueSetupToken } from './commands/workspace/complete-setup'
import { ASSISTANT_ALIASES, ensureWorkspace } from './commands/workspace/ensure-workspace'
import { fillDemoWorkspace } from './demo/fill-demo-workspace'
import { createApp } from './http/app'
import { Library } from './library/library'
import { LibraryThread } from './library/library-thread'
import type { Log } from './log'
import { readableChannelIds } from './policies/access'
import { createRateLimits, GENEROUS } from './rate-limits'
import { createCatchUp } from './realtime/catch-up'
import { EventFeed } from './realtime/event-feed'
import { SocketGateway } from './realtime/socket-gateway'
import type { Services } from './services'
import { Sessions } from './sessions'
import { createDatabase, createPool, type Database } from './store/database'
import { migrate } from './store/migrate'
import { readEvents, readLastSeqs } from './store/read-events'
import { createStorageGuard } from './store/storage-guard'
import { createStore, type Store } from './store/store'

export interface ParleyOptions {
  readonly databaseUrl: string
  readonly host: string
  /** 0: any free one. */
  readonly port: number
  readonly log: Log
  readonly engine: LanguageEngine
  /** Where the bundled programs lie: those of the library's threads. */
  readonly programDirectory: string
  readonly webDirectory: string | null
  /** The disk that must not become full, when it is this machine's. */
  readonly storageDirectory?: string | undefined
  readonly version: string
  readonly firstAdministrator?: { readonly email: string; readonly password: string }
  /** Fills an empty server at once, and not only when set-up asks for it. */
  readonly isDemo?: boolean
  /** Default: `fillDemoWorkspace`. */
  readonly fillDemo?: (services: Services, workspaceId: string, ownerId: string) => Promise<void>
  readonly now?: () => Date
  /** Default: true. */
  readonly hasRateLimits?: boolean
}

/** A running Parley. */
export interface ParleyServer {
  readonly url: string
  readonly services: Services
  /** The one-time link that sets the workspace up, or null when that was done. A new link ends the one before. */
  createSetupLink(): Promise<string | null>
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
  const { log, engine } = options
  const now = options.now ?? (() => new Date())
  await migrate(pool)
  libraryThread.start()
  const database = createDatabase(pool)
  const onError = (error: unknown) => log.error({ err: error }, 'background work failed')
  const feed = createFeed(database, onError)
  const store: Store = createStore({
    pool,
    database,
    now,
    publish: (events) => {
      directory.heed(events)
      feed.publish(events)
    },
    onUncertainCommit: () => catchUp.request(),
    ensureSpace: options.storageDirectory ? createStorageGuard(options.storageDirectory) : undefined,
  })
  const directory: Directory = new Directory(store)
  const catchUp = createCatchUp({
    look: async () => {
      directory.forget()
      await feed.catchUp()
    },
    onError,
  })
  const workspaceId = await ensureWorkspace(store)
  const library = new Library(libraryThread, database)
  const { comprehension } = engine
  const conversations = new Conversations({ store, directory, library, comprehension })
  const gateway = new SocketGateway({ feed, readChannelIds: (userId) => readableChannelIds(database, userId), onError })
  const services: Services = {
    version: options.version,
    store,
    sessions: new Sessions(database, now),
    signInGuard: new SignInGuard(now),
    rateLimits: createRateLimits({ now, allowances: options.hasRateLimits === false ? null : GENEROUS }),
    sockets: gateway,
    library,
    assistant: createAssistant({ engine, directory, conversations }),
    startDemo: (workspace, ownerId) => (options.fillDemo ?? fillDemoWorkspace)(services, workspace, ownerId),
  }
  const owner = await makeFirstAdministrator(options, store, workspaceId)
  if (owner && options.isDemo) await services.startDemo(workspaceId, owner.id)
  const assistant = await readAssistant(store, workspaceId)
  const names = [assistant.name, ...ASSISTANT_ALIASES]
  const reader = new AssistantReader({
    assistant,
    names,
    store,
    feed,
    directory,
    comprehension,
    conversations,
    onError,
  })
  await reader.start()
  const app = await createApp({ services, gateway, log, webDirectory: options.webDirectory })
  const url = await listen(app, options).catch(async (error) => {
    await reader.stop()
    throw error
  })
  return {
    url,
    services,
    createSetupLink: () => createSetupLink(database, workspaceId, url),
    measureSockets: () => gateway.measure(),
    measureAssistant: () => reader.measure(),
    stop: async () => {
      gateway.close()
      catchUp.stop()
      await app.close()
      await reader.stop()
      await libraryThread.close()
      await pool.end()
      await engine.close()
    },
  }
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

function createFeed(database: Database, onError: (error: unknown) => void): EventFeed {
  return new EventFeed(
    {
      readEvents: (streamId, after, limit) => readEvents(database, streamId, after, limit),
      readLastSeqs: (streamIds) => readLastSeqs(database, streamIds),
    },
    onError,
  )
}

async function makeFirstAdministrator(options: ParleyOptions, store: Store, workspaceId: string): Promise<User | null> {
  const given = options.firstAdministrator
  if (!given || !(await isSetupNeeded(store.rows))) return null
  return createFirstPerson(store, workspaceId, {
    ...given,
    name: given.email.split('@')[0] ?? given.email,
    language: 'en',
    timeZone: undefined,
    workspaceName: null,
  })
}

async function readAssistant(store: Store, workspaceId: string): Promise<Actor> {
  const row = await store.rows
    .selectFrom('users')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', 'assistant')
    .executeTakeFirstOrThrow()
  return {
    userId: row.id,
    workspaceId,
    sessionId: '',
    name: row.name,
    role: row.role,
    kind: row.kind,
    language: row.language,
    timeZone: row.time_zone,
  }
}

async function createSetupLink(database: Database, workspaceId: string, url: string): Promise<string | null> {
  if (!(await isSetupNeeded(database))) return null
  return `${url}/setup?token=${await issueSetupToken(database, workspaceId)}`
}

async function listen(app: FastifyInstance, { host, port }: ParleyOptions): Promise<string> {
  await app.listen({ host, port })
  const address = app.server.address() as AddressInfo
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${address.port}`
}
