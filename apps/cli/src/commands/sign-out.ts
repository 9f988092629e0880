import { CommandError } from '../command-error'
import { type ConnectOptions, connect } from '../connect'
import type { Terminal } from '../terminal'

/** Ends the session at the server, and forgets the token even when the server no longer knows it. */
export async function signOut(terminal: Terminal, options: ConnectOptions): Promise<void> {
  const server = await connect(terminal, options)
  try {
    await server.call((http) => http.command('auth.signOut', {}))
  } catch (error) {
    if (!(error instanceof CommandError) || error.key !== 'cli.error.notSignedIn') throw error
  } finally {
    await server.tokens.forget(server.url)
  }
  terminal.result({ url: server.url }, () => [terminal.text('cli.signOut.done', { url: server.url })])
}
