import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { UserId } from '@parley/protocol'
import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import { createAssistant } from './assistant/assistant'
import { Conversations, curationReader } from './assistant/converse'
import type { LanguageEngine } from './assistant/language-engine'
import { QuestionLog } from './assistant/question-log'
import { AssistantReader } from './assistant/reader'
import { SignInGuard } from './commands/session/sign-in-guard'
import { type Beginning, createFirstPerson, isSetupNeeded } from './commands/workspace/create-first-person'
import { ASSISTANT_ALIASES, ensureWorkspace } from './commands/workspace/ensure-workspace'
import { issueSetupToken } from './commands/workspace/setup-token'
import { welcomeOwner } from './commands/workspace/welcome-owner'
import { createDelivery } from './create-delivery'
import { DemoFiller } from './demo/demo-filler'
import { fillDemoWorkspace } from './demo/fill-demo-workspace'
import { createFiles } from './files/create-files'
import type { FileServices } from './files/file-services'
import { createApp } from './http/app'
import { readWebBuild } from './http/read-web-build'
import { InTurn } from './in-turn'
import { callCommand } from './integrations/outgoing/call-command'
import { HookDeliverer } from './integrations/outgoing/hook-deliverer'
import { Evaluations } from './intents/evaluations'
import { OwnIntents } from './intents/own-intents'
import { DueWorker } from './jobs/due-worker'
import { createPlannedWork } from './jobs/planned-work'
import { Library } from './library/library'
import { LibraryThread } from './library/library-thread'
import { createAddressFilter } from './outbound/public-address'
import type { ParleyOptions } from './parley-options'
import { readableChannelIds } from './policies/access'
import { readAssistant } from './queries/read-actor'
import { readVisibleIds } from './queries/read-presence'
import { createRateLimits, GENEROUS } from './rate-limits'
import { LiveHub } from './realtime/live/live-hub'
import type { SocketActor } from './realtime/socket-connection'
import { SocketGateway, type SocketNews } from './realtime/socket-gateway'
import { OwnRules } from './rules/own-rules'
import type { Services } from './services'
import { Sessions } from './sessions'
import { createSources } from './sources/create-sources'
import { createPool, type Database } from './store/database'
import { DatabaseWatch } from './store/database-watch'
import { migrate } from './store/migrate'
import { runTransfer } from './transfers/run-transfer'
import { TransferFiles } from './transfers/transfer-files'
import { TransferRunner } from './transfers/transfer-runner'
import { createTransfers } from './transfers/transfers'

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
  /** Resolves when no source of documents is due any more. */
  sourcesSettled(): Promise<void>
  /** Resolves when nothing is being learnt of the workspace's own examples any more. */
  intentsSettled(): Promise<void>
  /** Resolves when nothing is being measured any more. */
  evaluationsSettled(): Promise<void>
  /** Resolves when everything that was asked until now is noted. */
  questionsNoted(): Promise<void>
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
  const { services, demo } = parts
  const workspaceId = await ensureWorkspace(services.store)
  await parts.intents.start(workspaceId)
  await parts.rules.start(workspaceId)
  await parts.evaluations.start()
  const beginning = await makeFirstAdministrator(options, services, workspaceId)
  await parts.push.start(workspaceId)
  const reader = await startReader(parts, options.engine, workspaceId)
  const app = await createApp({ ...parts, log: options.log, webDirectory: options.webDirectory })
  const url = await listen(app, options).catch(async (error) => {
    await reader.stop()
    throw error
  })
  parts.address.url ||= url
  startWorkers(parts)
  return {
    url,
    services,
    hasNewDemo: beginning !== null && options.demoPassword !== undefined,
    demoFilled: () => demo.settled(),
    transfersSettled: () => parts.transferRunner.settled(),
    sourcesSettled: () => parts.sources.settled(),
    intentsSettled: () => parts.intents.settled(),
    evaluationsSettled: () => parts.evaluations.settled(),
    questionsNoted: () => parts.questionLog.settled(),
    graphRead: () => parts.graph.settled(),
    createSetupLink: () => createSetupLink(services.store.rows, workspaceId, url),
    doPlanned: () => parts.planned.wake(),
    measureSockets: () => parts.gateway.measure(),
    measureAssistant: () => reader.measure(),
    stop: () => stop(parts, { app, reader, libraryThread, pool, engine: options.engine }),
  }
}

/** Each goes on where the last start left off. */
function startWorkers({
  databaseWatch,
  demo,
  transferRunner,
  sources,
  indexer,
  graph,
  planned,
  deliverer,
  expiries,
  sweeper,
}: Parts): void {
  demo.start()
  transferRunner.wake()
  sources.start()
  indexer.sweep()
  graph.sweep()
  planned.sweep()
  deliverer.sweep()
  for (const expiry of expiries) expiry.sweep()
  sweeper.start()
  databaseWatch.start()
}

type OnError = (error: unknown) => void
type Parts = ReturnType<typeof createParts>

interface Grounds {
  readonly pool: Pool
  readonly libraryThread: LibraryThread
  readonly files: FileServices
}

/** Everything that works on the store, none of it started. */
function createParts(options: ParleyOptions, { pool, libraryThread, files }: Grounds) {
  const { engine, log, now = () => new Date() } = options
  const onError: OnError = (error) => log.error({ err: error }, 'background work failed')
  /** Known when it listens. */
  const address = { url: options.publicUrl ?? '' }
  const { questionDays = QUESTION_DAYS } = options
  const { followers, ...delivery } = createDelivery({
    questionDays,
    push: options.push,
    storageDirectory: options.storageDirectory,
    ...{ pool, files, now, onError },
  })
  const { store, feed, directory, push, graph } = delivery
  const database = store.rows
  const readVisible = (actor: SocketActor, userIds: readonly UserId[]) => readVisibleIds(database, actor, userIds)
  const live = new LiveHub({ now, readVisibleIds: readVisible, onError })
  const readChannelIds = (userId: string) => readableChannelIds(database, userId)
  const databaseWatch: DatabaseWatch = new DatabaseWatch({ database, onChange: () => gateway.tellNews() })
  const webBuild = readWebBuild(options.webDirectory)
  const news = (): SocketNews => ({
    ...(webBuild && { webBuild }),
    ...(options.allowsOfflineCopies === false && { allowsOfflineCopies: false }),
    database: databaseWatch.isAway ? 'unavailable' : 'ok',
  })
  const gateway = new SocketGateway({ feed, live, readChannelIds, news, onError, now })
  const library = new Library(libraryThread, database)
  const { comprehension, encoder } = engine
  const questionLog = new QuestionLog({ reader: () => curationReader({ store, encoder }), onError })
  const conversations = new Conversations({
    store,
    directory,
    library,
    comprehension,
    encoder,
    questionLog: questionDays > 0 ? questionLog : null,
  })
  const demo = new DemoFiller({
    rows: database,
    now,
    password: options.demoPassword ?? randomBytes(24).toString('base64url'),
    fill: (fill, signal) => fillDemoWorkspace(services, fill, signal),
    onError,
  })
  const transferFiles = new TransferFiles(
    options.transferDirectory ?? join(tmpdir(), `parley-transfers-${process.pid}`),
  )
  const transferRunner: TransferRunner = new TransferRunner({
    store,
    files: transferFiles,
    work: (work) => runTransfer(services, transferFiles, work),
    onError,
  })
  const modelDirectory = options.intentDirectory ?? join(tmpdir(), `parley-intents-${process.pid}`)
  const intents = new OwnIntents({ store, control: engine.intents, directory: modelDirectory, onError })
  const measuring = { store, control: engine.intents, comprehension, directory, modelDirectory, onError }
  const evaluations = new Evaluations(measuring)
  const sources = createSources({ options, services: () => services, onError })
  const rules = new OwnRules({ store, directory, control: engine.rules })
  const services: Services = {
    version: options.version,
    store,
    sessions: new Sessions(database, now),
    signInGuard: new SignInGuard(now),
    rateLimits: createRateLimits({ now, allowances: options.hasRateLimits === false ? null : GENEROUS }),
    sockets: gateway,
    library,
    files,
    assistant: createAssistant({ engine, directory, conversations }),
    people: directory,
    live,
    demo,
    push,
    transfers: createTransfers(store, transferFiles, transferRunner),
    intents,
    evaluations,
    sources,
    graph,
    rules,
    repeats: new InTurn(),
    hooks: {
      wake: () => deliverer.wake(),
      callCommand: (actor, call) => callCommand(services, { isAllowed, publicUrl: () => address.url }, actor, call),
    },
  }
  const isAllowed = createAddressFilter(options.hookHosts ?? [])
  const deliverer = new HookDeliverer({ services, isAllowed, onError })
  const planned = new DueWorker({ work: createPlannedWork(services), now, onError })
  followers.push(deliverer, planned)
  return {
    services,
    ...delivery,
    planned,
    deliverer,
    transferRunner,
    intents,
    evaluations,
    sources,
    rules,
    address,
    gateway,
    databaseWatch,
    live,
    conversations,
    questionLog,
    demo,
    onError,
  }
}

async function startReader(parts: Parts, { comprehension }: LanguageEngine, workspaceId: string) {
  const { services, feed, directory, conversations, onError } = parts
  const { store } = services
  const assistant = await readAssistant(store.rows, workspaceId)
  const names = [assistant.name, ...ASSISTANT_ALIASES]
  const about = { assistant, names, store, feed, directory, comprehension, conversations, onError }
  const reader = new AssistantReader(about)
  await reader.start()
  return reader
}

/** How long it is kept what was asked of the assistant. */
const QUESTION_DAYS = 180

interface Surroundings {
  readonly app: FastifyInstance
  readonly reader: AssistantReader
  readonly libraryThread: LibraryThread
  readonly pool: Pool
  readonly engine: LanguageEngine
}

/** From the outside in: first nobody comes any more, then who makes work ends, then who follows what was committed. */
async function stop(parts: Parts, { app, reader, libraryThread, pool, engine }: Surroundings): Promise<void> {
  parts.databaseWatch.stop()
  parts.gateway.close()
  parts.live.stop()
  parts.catchUp.stop()
  await app.close()
  const makers = [
    parts.planned,
    parts.demo,
    parts.transferRunner,
    parts.sources,
    parts.intents,
    parts.evaluations,
    reader,
  ]
  const followers = [parts.indexer, parts.graph, parts.push, parts.deliverer, ...parts.expiries, parts.sweeper]
  for (const worker of [...makers, ...followers]) await worker.stop()
  await parts.questionLog.settled()
  await libraryThread.close()
  await pool.end()
  await engine.close()
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

/** Null where somebody is there already, or nobody was named. */
async function makeFirstAdministrator(
  { firstAdministrator: given, demoPassword }: ParleyOptions,
  services: Services,
  workspaceId: string,
): Promise<Beginning | null> {
  const { store, demo } = services
  if (!given || !(await isSetupNeeded(store.rows))) return null
  const unknown = { name: given.email.split('@')[0] ?? given.email, timeZone: undefined, workspaceName: null }
  const isDemo = demoPassword !== undefined
  const alongside = isDemo ? await demo.prepare() : undefined
  const person = { ...given, ...unknown, language: 'en' as const }
  const beginning = await createFirstPerson(store, workspaceId, person, alongside)
  if (!isDemo) await welcomeOwner(services, beginning)
  return beginning
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
