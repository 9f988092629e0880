import { ConnectionError } from '@parley/client'

/** What became of a query. */
export type Loaded<Answer> =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly error: unknown }
  | { readonly phase: 'ready'; readonly answer: Answer }

/**
 * After a query failed. What was shown stays where it was only read again and the server could not be reached: the page says
 * so elsewhere, and a form that somebody is filling in would be lost with the rest of it.
 */
export function afterFailure<Answer>(before: Loaded<Answer>, error: unknown, isReadAgain: boolean): Loaded<Answer> {
  const stays = before.phase === 'ready' && isReadAgain && error instanceof ConnectionError
  return stays ? before : { phase: 'failed', error }
}
