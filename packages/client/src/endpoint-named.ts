import { type CommandName, everydayCommands, everydayQueries, type QueryName } from '@parley/protocol'

/** What a command is, from what comes with the client, or fetched: a page that few open need not be waited for by all. */
export async function commandNamed(name: CommandName) {
  if (isIn(everydayCommands, name)) return everydayCommands[name]
  return (await import('@parley/protocol/rare-endpoints')).rareCommands[name]
}

/** What a query is, likewise. */
export async function queryNamed(name: QueryName) {
  if (isIn(everydayQueries, name)) return everydayQueries[name]
  return (await import('@parley/protocol/rare-endpoints')).rareQueries[name]
}

const isIn = <Table extends object>(table: Table, name: PropertyKey): name is keyof Table => Object.hasOwn(table, name)
