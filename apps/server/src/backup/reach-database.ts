import type { Configuration } from '../configuration'
import { openDatabase } from '../database'
import { placeCluster } from '../database/cluster-directory'
import type { DatabaseLog } from '../database/database'
import { isAlive, readPostmasterFile } from '../database/postmaster-file'
import { databaseUrl } from '../database/socket-directory'

export interface ReachedDatabase {
  readonly url: string
  close(): Promise<void>
}

/**
 * The database of a server that runs, or of one that does not: then it is started for as long as it is needed. Reading
 * beside a running server needs no lock.
 *
 * @throws DatabaseStartError
 */
export async function reachDatabase(
  { dataDirectory, databaseUrl: given }: Configuration,
  log: DatabaseLog,
): Promise<ReachedDatabase> {
  if (given !== undefined) return { url: given, close: async () => undefined }
  const { directory } = await placeCluster({ dataDirectory, systemDirectory: '/var/lib/parley', log })
  const running = await readPostmasterFile(directory)
  if (running?.socketDirectory && (await isAlive(running.pid))) {
    return { url: databaseUrl(running.socketDirectory), close: async () => undefined }
  }
  const database = await openDatabase({ dataDirectory, log })
  return { url: database.url, close: database.stop }
}
