import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { createAssistant } from './assistant/assistant'
import { Conversations } from './assistant/converse'
import { curationReader } from './assistant/ground'
import { QuestionLog } from './assistant/question-log'
import { createSuggesting } from './assistant/suggestions/suggesting'
import { SignInGuard } from './commands/session/sign-in-guard'
import { createDelivery } from './create-delivery'
import { createErrorListener } from './create-error-listener'
import { createRealtime } from './create-realtime'
import { DemoFiller } from './demo/demo-filler'
import { fillDemoWorkspace } from './demo/fill-demo-workspace'
import type { FileServices } from './files/file-services'
import { DocumentCheck } from './health/document-check'
import { InTurn } from './in-turn'
import { callCommand } from './integrations/outgoing/call-command'
import { HookDeliverer } from './integrations/outgoing/hook-deliverer'
import { Evaluations } from './intents/evaluations'
import { OwnIntents } from './intents/own-intents'
import { DueWorker } from './jobs/due-worker'
import { createPlannedWork } from './jobs/planned-work'
import { KnowledgeNews } from './library/knowledge-news'
import { Library } from './library/library'
import type { LibraryThread } from './library/library-thread'
import { createAddressFilter } from './outbound/public-address'
import type { ParleyOptions } from './parley-options'
import { createRateLimits, GENEROUS } from './rate-limits'
import { OwnRules } from './rules/own-rules'
import { tellAdministrators } from './rules/tell-administrators'
import type { Services } from './services'
import { Sessions } from './sessions'
import { createSources } from './sources/create-sources'
import { runTransfer } from './transfers/run-transfer'
import { TransferFiles } from './transfers/transfer-files'
import { TransferRunner } from './transfers/transfer-runner'
import { createTransfers } from './transfers/transfers'

/** How long it is kept what was asked of the assistant. */
const QUESTION_DAYS = 180

export type Parts = ReturnType<typeof createParts>

interface Grounds {
  readonly pool: Pool
  readonly libraryThread: LibraryThread
  readonly files: FileServices
}

/** Everything that works on the store, none of it started. */
export function createParts(options: ParleyOptions, { pool, libraryThread, files }: Grounds) {
  const { engine, log, now = () => new Date() } = options
  const onError = createErrorListener(log)
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
  const { live, gateway, databaseWatch } = createRealtime({ options, database, feed, now, onError })
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
  const onChanged = tellAdministrators({ rows: database, live, onError })
  const intents = new OwnIntents({ store, control: engine.intents, directory: modelDirectory, onChanged, onError })
  const measuring = { store, control: engine.intents, comprehension, directory, modelDirectory, onError }
  const evaluations = new Evaluations(measuring)
  const documentCheck = new DocumentCheck({
    ...{ store, databaseUrl: options.databaseUrl, onError },
    entryPath: join(options.programDirectory, 'comparison-worker.js'),
  })
  const sources = createSources({ options, services: () => services, onError })
  const knowledge = new KnowledgeNews({ rows: database, live, onError })
  const rules = new OwnRules({ store, directory, control: engine.rules, onChanged })
  const services: Services = {
    version: options.version,
    store,
    sessions: new Sessions(database, now),
    signInGuard: new SignInGuard(now),
    rateLimits: createRateLimits({ now, allowances: options.hasRateLimits === false ? null : GENEROUS }),
    sockets: gateway,
    library,
    files,
    assistant: createAssistant({ engine, directory, conversations, ground: { store, directory, library } }),
    people: directory,
    live,
    demo,
    push,
    transfers: createTransfers(store, transferFiles, transferRunner),
    intents,
    evaluations,
    sources,
    graph,
    knowledge,
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
  const suggesting = new DueWorker({
    work: createSuggesting({
      ...{ store, directory, conversations, reader: () => curationReader({ store, encoder }) },
      questionLog: questionDays > 0 ? questionLog : null,
    }),
    ...{ now, onError },
  })
  followers.push(deliverer, planned)
  return {
    services,
    ...delivery,
    planned,
    suggesting,
    deliverer,
    transferRunner,
    intents,
    evaluations,
    sources,
    documentCheck,
    rules,
    knowledge,
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
