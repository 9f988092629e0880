import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import type { LanguageEngine } from './assistant/language-engine'
import type { AssistantReader } from './assistant/reader'
import type { Parts } from './create-parts'
import type { LibraryThread } from './library/library-thread'

/** Each goes on where the last start left off. */
export function startWorkers({
  databaseWatch,
  demo,
  transferRunner,
  sources,
  documentCheck,
  indexer,
  graph,
  planned,
  suggesting,
  deliverer,
  expiries,
  sweeper,
}: Parts): void {
  demo.start()
  transferRunner.wake()
  sources.start()
  documentCheck.start()
  indexer.sweep()
  graph.sweep()
  planned.sweep()
  suggesting.sweep()
  deliverer.sweep()
  for (const expiry of expiries) expiry.sweep()
  sweeper.start()
  databaseWatch.start()
}

interface Surroundings {
  readonly app: FastifyInstance
  readonly reader: AssistantReader
  readonly libraryThread: LibraryThread
  readonly pool: Pool
  readonly engine: LanguageEngine
}

/** From the outside in: first nobody comes any more, then who makes work ends, then who follows what was committed. */
export async function stopWorkers(
  parts: Parts,
  { app, reader, libraryThread, pool, engine }: Surroundings,
): Promise<void> {
  parts.databaseWatch.stop()
  parts.gateway.close()
  parts.live.stop()
  parts.knowledge.stop()
  parts.catchUp.stop()
  await app.close()
  const makers = [
    parts.planned,
    parts.suggesting,
    parts.demo,
    parts.transferRunner,
    parts.sources,
    parts.documentCheck,
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
