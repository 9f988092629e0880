import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defaultModelDirectory } from '@parley/inference'
import type { Language } from '@parley/locale'
import { type ModelTrouble, startLanguageEngine } from './assistant/start-language-engine'
import { type Configuration, readConfiguration } from './configuration'
import { type Database, openDatabase } from './database'
import { createDemoAccess, type DemoAccess } from './demo/demo-access'
import { explainStartError, terminalLanguage } from './explain-start-error'
import { createLog, type Log } from './log'
import { type ParleyServer, startParley } from './parley'
import { progressLine, readyLines, type StartStep, troubleLine } from './start-lines'
import { version } from './version'

/** Starts the server in this process; resolves when it listens. Ends the process with one line when it cannot. */
export async function main(): Promise<void> {
  const language = terminalLanguage(process.env)
  try {
    await run(readConfiguration(), language)
  } catch (error) {
    process.stderr.write(`${explainStartError(error, language)}\n`)
    process.exit(1)
  }
}

async function run(configuration: Configuration, language: Language): Promise<void> {
  const progress = (step: StartStep) => process.stderr.write(`${progressLine(step, language)}\n`)
  const onTrouble = (trouble: ModelTrouble) => process.stderr.write(`${troubleLine(trouble, language)}\n`)
  const log = createLog(configuration.logLevel)
  progress('database')
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
    server = await start({ configuration, database, log, demo, progress, onTrouble })
  } catch (error) {
    await stop()
    throw error
  }
  const running = server
  database.onExit((exit) => {
    log.error(exit, 'the database ended')
    if (exit.reason === 'taken_over') void stop().finally(() => process.exit(1))
  })
  stopOnSignal(stop, progress)
  await announce(running, demo, language)
}

interface Start {
  readonly configuration: Configuration
  readonly database: Pick<Database, 'url' | 'directory'>
  readonly log: Log
  readonly demo: DemoAccess | null
  readonly progress: (step: StartStep) => void
  readonly onTrouble: (trouble: ModelTrouble) => void
}

async function start({ configuration, database, log, demo, progress, onTrouble }: Start): Promise<ParleyServer> {
  progress('languageModel')
  const programs = dirname(fileURLToPath(import.meta.url))
  const modelDirectory = configuration.modelDirectory ?? defaultModelDirectory()
  const engine = await startLanguageEngine({
    modelDirectory,
    programDirectory: programs,
    log,
    givenModelDirectory: configuration.modelDirectory,
    onProgress: progress,
    onTrouble,
  })
  const webDirectory = join(programs, 'web')
  return startParley({
    databaseUrl: database.url,
    storageDirectory: database.directory,
    transferDirectory: join(configuration.dataDirectory, 'transfers'),
    host: configuration.host,
    port: configuration.port,
    log,
    engine,
    programDirectory: programs,
    files: { directory: configuration.dataDirectory, maxBytes: configuration.maxFileBytes, s3: configuration.s3 },
    version,
    webDirectory: existsSync(webDirectory) ? webDirectory : null,
    hasRateLimits: configuration.hasRateLimits,
    push: configuration.push,
    hookHosts: configuration.hookHosts,
    publicUrl: configuration.publicUrl,
    ...(configuration.firstAdministrator && { firstAdministrator: configuration.firstAdministrator }),
    ...(demo && { demoPassword: demo.password, firstAdministrator: demo.owner }),
  })
}

async function announce(server: ParleyServer, demo: DemoAccess | null, language: Language): Promise<void> {
  const setupLink = await server.createSetupLink()
  const entrances = { url: server.url, setupLink, demoPassword: server.hasNewDemo && demo ? demo.shown : null }
  process.stdout.write(`${readyLines(entrances, language).join('\n')}\n`)
}

function stopOnSignal(stop: () => Promise<void>, progress: (step: StartStep) => void): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      progress('stopping')
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
