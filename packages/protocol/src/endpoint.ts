import type { z } from 'zod'
import type { ErrorCode } from './errors'

/** Who may call: anybody, anybody signed in, or those who run the workspace. Finer rules live in the policies. */
export type Access = 'public' | 'signed-in' | 'administrator'

/** A command changes something: `POST /api/<name>` with a JSON body. */
export interface CommandDefinition<Name extends string, Body extends z.ZodType, Answer extends z.ZodType> {
  readonly kind: 'command'
  readonly name: Name
  readonly summary: string
  readonly access: Access
  readonly body: Body
  readonly answer: Answer
  readonly errors: readonly ErrorCode[]
}

/** A query reads: `GET /api/<name>` with a query string. */
export interface QueryDefinition<Name extends string, Input extends z.ZodType, Answer extends z.ZodType> {
  readonly kind: 'query'
  readonly name: Name
  readonly summary: string
  readonly access: Access
  readonly input: Input
  readonly answer: Answer
  readonly errors: readonly ErrorCode[]
}

export const command = <const Name extends string, Body extends z.ZodType, Answer extends z.ZodType>(
  name: Name,
  definition: Omit<CommandDefinition<Name, Body, Answer>, 'kind' | 'name'>,
): CommandDefinition<Name, Body, Answer> => ({ kind: 'command', name, ...definition })

export const query = <const Name extends string, Input extends z.ZodType, Answer extends z.ZodType>(
  name: Name,
  definition: Omit<QueryDefinition<Name, Input, Answer>, 'kind' | 'name'>,
): QueryDefinition<Name, Input, Answer> => ({ kind: 'query', name, ...definition })
