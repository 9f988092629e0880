import { CommandError, exitCodes } from './command-error'
import type { ServerConnection } from './connect'

/** By name or id. @throws CommandError naming those that there are. */
export async function findCollection(server: ServerConnection, wanted: string): Promise<string> {
  const { collections } = await server.call((http) => http.query('knowledge.list', {}))
  const found = collections.find(({ id, name }) => id === wanted || name === wanted)
  if (found) return found.id
  const names = collections.map(({ name }) => name).join(', ')
  throw CommandError.of(exitCodes.unusableInput, 'cli.knowledge.noCollection', { name: wanted, names })
}
