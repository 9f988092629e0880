import { ConnectionError } from '@parley/client'
import { type Language, sayError } from '@parley/locale'
import { ParleyError } from '@parley/protocol'
import { textIn, textsOf } from './texts'

export interface ErrorDescription {
  readonly text: string
  /** Stable, to be told to whoever helps. */
  readonly code: string
}

/** An error in the reader's words. */
export function describeError(error: unknown, language: Language): ErrorDescription {
  if (error instanceof ParleyError) {
    return { text: sayError(textsOf(language), language, error.code, error.parameters), code: error.code }
  }
  if (error instanceof ConnectionError) {
    return { text: textIn(language, 'web.connection.unreachable'), code: 'connection_failed' }
  }
  return { text: textIn(language, 'error.internal'), code: error instanceof Error ? error.name : 'unknown' }
}
