import { parentPort, workerData } from 'node:worker_threads'
import { DocumentComparison } from '@parley/knowledge'
import { sql } from 'kysely'
import { createDatabase, createPool, type Database } from '../store/database'
import type { ComparisonStart, FromComparison } from './comparison-wire'

/*
 * Entry of the thread that compares all documents with each other, bundled on its own: it reads every text, and the
 * server delivers messages meanwhile.
 */

interface Passages {
  readonly start: number
  readonly end: number
  readonly headingPath: readonly string[]
}

const PAGE = 20
/** What no answer rests on contradicts nobody. */
const selectPage = (rows: Database, workspaceId: string, after: string) =>
  rows
    .selectFrom('documents')
    .select(['id', 'plain_text'])
    .select(sql<Passages[] | null>`index_segment -> 'passages'`.as('passages'))
    .where('workspace_id', '=', workspaceId)
    .where('outdated_at', 'is', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(PAGE)
    .execute()

const FIRST = '00000000-0000-0000-0000-000000000000'

async function compare({ databaseUrl, workspaceId }: ComparisonStart): Promise<FromComparison> {
  const pool = createPool({ connectionString: databaseUrl, max: 1 }, () => undefined)
  const rows = createDatabase(pool)
  const comparison = new DocumentComparison()
  try {
    let page = await selectPage(rows, workspaceId, FIRST)
    while (page.length > 0) {
      for (const { id, plain_text, passages } of page) {
        comparison.add({ id, plainText: plain_text, passages: passages ?? [] })
      }
      page = await selectPage(rows, workspaceId, page.at(-1)?.id ?? FIRST)
    }
    return { type: 'compared', comparison: comparison.finish() }
  } catch (error) {
    return { type: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  } finally {
    await pool.end()
  }
}

parentPort?.postMessage(await compare(workerData as ComparisonStart))
