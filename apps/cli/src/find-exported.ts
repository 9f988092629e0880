import type { ExportScope } from '@parley/protocol'
import { CommandError, exitCodes } from './command-error'
import type { ExportArchiveOptions } from './commands/export-archive'
import type { ServerConnection } from './connect'

/** The scope of an export, with ids in the place of names. */
export async function findExported(
  connection: ServerConnection,
  scope: ExportArchiveOptions['scope'],
): Promise<ExportScope> {
  switch (scope.kind) {
    case 'workspace':
      return scope
    case 'channel':
      return { kind: 'channel', channelId: await findChannel(connection, scope.channel) }
    case 'person':
      return scope.user === undefined
        ? { kind: 'person' }
        : { kind: 'person', userId: await findUser(connection, scope.user) }
  }
}

const sameWord = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

async function findChannel({ call }: ServerConnection, given: string) {
  const name = given.replace(/^#/, '')
  const { channels } = await call((http) => http.query('channels.list', {}))
  const ids = channels.filter((it) => sameWord(it.name, name) || it.id === name).map(({ id }) => id)
  return onlyOne(ids, name, 'cli.export.unknownChannel')
}

async function findUser({ call }: ServerConnection, given: string) {
  const name = given.replace(/^@/, '')
  const { users } = await call((http) => http.query('state', {}))
  const found = users.filter(
    (user) => user.id === name || [user.name, ...user.aliases].some((it) => sameWord(it, name)),
  )
  return onlyOne(
    found.map(({ id }) => id),
    name,
    'cli.export.unknownUser',
  )
}

function onlyOne<Id extends string>(
  found: readonly Id[],
  name: string,
  unknown: 'cli.export.unknownChannel' | 'cli.export.unknownUser',
): Id {
  const [id, ...others] = new Set(found)
  if (id === undefined) throw CommandError.of(exitCodes.unusableInput, unknown, { name })
  if (others.length > 0)
    throw CommandError.of(exitCodes.unusableInput, 'cli.export.ambiguous', { name, ids: [id, ...others].join(', ') })
  return id
}
