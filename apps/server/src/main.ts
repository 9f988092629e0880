import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defaultModelDirectory } from '@parley/inference'
import type { Language } from '@parley/locale'
import type { LanguageEngine } from './assistant/language-engine'
import { type ModelTrouble, startLanguageEngine } from './assistant/start-language-engine'
import { type Configuration, readConfiguration } from './configuration'
import { type Database, openDatabase } from './database'
import { createDemoAccess, type DemoAccess } from './demo/demo-access'
import { explainStartError, terminalLanguage } from './explain-start-error'
import { createLog, type Log } from './log'
import { type ParleyServer, startParley } from './parley'
import { readSecretKeys } from './secrets/secret-keys'
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
  const engine = beginEngine({ configuration, log, progress, onTrouble })
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
    server = await start({ configuration, database, log, demo, engine: await engine })
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

interface EngineStart {
  readonly configuration: Configuration
  readonly log: Log
  readonly progress: (step: StartStep) => void
  readonly onTrouble: (trouble: ModelTrouble) => void
}

const programs = dirname(fileURLToPath(import.meta.url))

/** Starts beside the database: each of them takes the better part of a second, mostly waiting. */
function beginEngine({ configuration, log, progress, onTrouble }: EngineStart): Promise<LanguageEngine> {
  progress('languageModel')
  const engine = startLanguageEngine({
    modelDirectory: configuration.modelDirectory ?? defaultModelDirectory(),
    programDirectory: programs,
    log,
    givenModelDirectory: configuration.modelDirectory,
    readsSentiment: configuration.readsSentiment,
    onProgress: progress,
    onTrouble,
  })
  // Whoever waits for it gets the error; until then the database may still be starting, or have failed itself.
  engine.catch(() => undefined)
  return engine
}

interface Start {
  readonly configuration: Configuration
  readonly database: Pick<Database, 'url' | 'directory'>
  readonly log: Log
  readonly demo: DemoAccess | null
  readonly engine: LanguageEngine
}

async function start({ configuration, database, log, demo, engine }: Start): Promise<ParleyServer> {
  const webDirectory = join(programs, 'web')
  return startParley({
    databaseUrl: database.url,
    storageDirectory: database.directory,
    transferDirectory: join(configuration.dataDirectory, 'transfers'),
    intentDirectory: join(configuration.dataDirectory, 'intents'),
    host: configuration.host,
    port: configuration.port,
    log,
    engine,
    programDirectory: programs,
    files: { directory: configuration.dataDirectory, maxBytes: configuration.maxFileBytes, s3: configuration.s3 },
    version,
    secretKeys: await readSecretKeys(configuration),
    questionDays: configuration.questionDays,
    webDirectory: existsSync(webDirectory) ? webDirectory : null,
    hasRateLimits: configuration.hasRateLimits,
    push: configuration.push,
    trustedProxies: configuration.trustedProxies,
    hookHosts: configuration.hookHosts,
    sourceDirectories: configuration.sourceDirectories,
    sourceHosts: configuration.sourceHosts,
    sourceWorkDirectory: join(configuration.dataDirectory, 'sources'),
    allowsOfflineCopies: configuration.allowsOfflineCopies,
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
