import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defaultModelDirectory } from '@parley/inference'
import { startLanguageEngine } from './assistant/start-language-engine'
import { type Configuration, readConfiguration } from './configuration'
import { type Database, openDatabase } from './database'
import { createDemoAccess, type DemoAccess } from './demo/demo-access'
import { explainStartError } from './explain-start-error'
import { readDocumentBeside } from './library/read-document-beside'
import { createLog, type Log } from './log'
import { type ParleyServer, startParley } from './parley'
import { version } from './version'

/** Starts the server in this process; resolves when it listens. Ends the process with one line when it cannot. */
export async function main(): Promise<void> {
  try {
    await run(readConfiguration())
  } catch (error) {
    process.stderr.write(`${explainStartError(error)}\n`)
    process.exit(1)
  }
}

async function run(configuration: Configuration): Promise<void> {
  const log = createLog(configuration.logLevel)
  progress('starting the database …')
  const database = await openDatabase({
    dataDirectory: configuration.dataDirectory,
    databaseUrl: configuration.databaseUrl,
    log,
  })
  const demo = configuration.isDemo ? createDemoAccess(configuration.firstAdministrator) : null
  let server: ParleyServer | undefined
  const stop = once(async () => {
    await server?.stop()
    await database.stop()
  })
  try {
    server = await start(configuration, database, log, demo)
  } catch (error) {
    await stop()
    throw error
  }
  const running = server
  database.onExit((exit) => {
    log.error(exit, 'the database ended')
    if (exit.reason === 'taken_over') void stop().finally(() => process.exit(1))
  })
  stopOnSignal(stop)
  await announce(running, demo)
}

const slowSteps = {
  fetching: 'fetching the language model, 91 MB (first start only) …',
  training: 'learning the workplace intents (first start only) …',
}

async function start(
  configuration: Configuration,
  database: Pick<Database, 'url' | 'directory'>,
  log: Log,
  demo: DemoAccess | null,
): Promise<ParleyServer> {
  progress('starting the language model …')
  const programs = dirname(fileURLToPath(import.meta.url))
  const modelDirectory = configuration.modelDirectory ?? defaultModelDirectory()
  const engine = await startLanguageEngine({
    modelDirectory,
    programDirectory: programs,
    log,
    onProgress: (step) => progress(slowSteps[step]),
  })
  const webDirectory = join(programs, 'web')
  return startParley({
    databaseUrl: database.url,
    storageDirectory: database.directory,
    host: configuration.host,
    port: configuration.port,
    log,
    engine,
    readDocument: readDocumentBeside(join(programs, 'document-worker.js')),
    version,
    webDirectory: existsSync(webDirectory) ? webDirectory : null,
    ...(configuration.firstAdministrator && { firstAdministrator: configuration.firstAdministrator }),
    ...(demo && { isDemo: true, firstAdministrator: demo.owner, fillDemo: demo.fill }),
  })
}

async function announce(server: ParleyServer, demo: DemoAccess | null): Promise<void> {
  const link = await server.createSetupLink()
  if (link) process.stdout.write(`Set up your workspace with this one-time link: ${link}\n`)
  const access = demo?.describe()
  if (access) process.stdout.write(`${access}\n`)
  process.stdout.write(`Parley is ready at ${server.url}\n`)
}

function progress(text: string): void {
  process.stderr.write(`parley: ${text}\n`)
}

function stopOnSignal(stop: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      progress('stopping …')
      stop().then(
        () => process.exit(0),
        (error) => {
          process.stderr.write(`parley: ${error instanceof Error ? error.message : String(error)}\n`)
          process.exit(1)
        },
      )
    })
  }
}

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => {
    running ??= run()
    return running
  }
}
