import { ConnectionError } from '@parley/client'
import { type Language, translate, translateError } from '@parley/locale'
import { ParleyError } from '@parley/protocol'

export interface ErrorDescription {
  readonly text: string
  /** Stable, to be told to whoever helps. */
  readonly code: string
}

/** An error in the reader's words. */
export function describeError(error: unknown, language: Language): ErrorDescription {
  if (error instanceof ParleyError) {
    return { text: translateError(language, error.code, error.parameters), code: error.code }
  }
  if (error instanceof ConnectionError) {
    return { text: translate(language, 'web.connection.unreachable'), code: 'connection_failed' }
  }
  return { text: translate(language, 'error.internal'), code: error instanceof Error ? error.name : 'unknown' }
}
