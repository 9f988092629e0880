import type { z } from 'zod'
import { everydayCommands, everydayQueries } from './everyday-endpoints'
import { rareCommands, rareQueries } from './rare-endpoints'

/** Everything that changes something, by its name on the wire: `POST /api/<name>`. */
export const commands = { ...everydayCommands, ...rareCommands } as const

/** Everything that only reads: `GET /api/<name>`. */
export const queries = { ...everydayQueries, ...rareQueries } as const

export type CommandName = keyof typeof commands
export type QueryName = keyof typeof queries

/** What a caller sends: defaults may be left out. */
export type CommandBody<Name extends CommandName> = z.input<(typeof commands)[Name]['body']>
/** What a handler gets: parsed, defaults filled in. */
export type CommandInput<Name extends CommandName> = z.output<(typeof commands)[Name]['body']>
export type CommandAnswer<Name extends CommandName> = z.output<(typeof commands)[Name]['answer']>
export type QueryParameters<Name extends QueryName> = z.input<(typeof queries)[Name]['input']>
export type QueryInput<Name extends QueryName> = z.output<(typeof queries)[Name]['input']>
export type QueryAnswer<Name extends QueryName> = z.output<(typeof queries)[Name]['answer']>
