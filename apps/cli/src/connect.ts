import { ConnectionError, createHttpClient, type HttpClient, UnexpectedAnswerError } from '@parley/client'
import { ParleyError } from '@parley/protocol'
import { CommandError, exitCodes } from './command-error'
import { serverAddress } from './server-address'
import type { Terminal } from './terminal'
import { openTokenStore, type TokenStore } from './token-store'

export interface ServerConnection {
  readonly url: string
  readonly tokens: TokenStore
  /** Calls the server; what goes wrong on the way is told with its address. */
  call<Result>(work: (http: HttpClient) => Promise<Result>): Promise<Result>
}

/** An answer may take its time: the first question after a start waits for the encoder. */
const TIMEOUT_MS = 120_000

export interface ConnectOptions {
  readonly url?: string
}

/** The server with the token of `PARLEY_TOKEN` or of an earlier sign-in. */
export async function connect(terminal: Terminal, options: ConnectOptions): Promise<ServerConnection> {
  const url = serverAddress(options.url)
  const tokens = openTokenStore()
  const token = process.env.PARLEY_TOKEN || (await tokens.find(url))
  const http = createHttpClient({
    baseUrl: url,
    language: terminal.language,
    timeoutMs: TIMEOUT_MS,
    ...(token && { token }),
  })
  return { url, tokens, call: (work) => work(http).catch((error: unknown) => Promise.reject(explain(error, url))) }
}

function explain(error: unknown, url: string): unknown {
  if (error instanceof ConnectionError) {
    return CommandError.of(exitCodes.serverUnreachable, 'cli.error.serverUnreachable', { url })
  }
  if (error instanceof UnexpectedAnswerError) {
    return CommandError.of(exitCodes.failed, 'cli.error.versionsDiffer', { url, reason: error.message })
  }
  if (error instanceof ParleyError && error.code === 'unauthenticated') {
    return CommandError.of(exitCodes.failed, 'cli.error.notSignedIn', { url })
  }
  return error
}
