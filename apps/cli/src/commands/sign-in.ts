import { text as readAll } from 'node:stream/consumers'
import { CommandError, exitCodes } from '../command-error'
import { type ConnectOptions, connect } from '../connect'
import { ask } from '../prompt'
import type { Terminal } from '../terminal'

export interface SignInOptions extends ConnectOptions {
  readonly email?: string
}

/** Exchanges e-mail and password for a token and keeps it; a script gives the password on standard input. */
export async function signIn(terminal: Terminal, options: SignInOptions): Promise<void> {
  const server = await connect(terminal, options)
  const { email, password } = process.stdin.isTTY ? await askPerson(terminal, options) : await readScript(options)
  const { token, user } = await server.call((http) => http.command('auth.signIn', { email, password }))
  await server.tokens.keep(server.url, token)
  terminal.result({ url: server.url, user }, () => [
    terminal.text('cli.signIn.done', { url: server.url, name: user.name }),
  ])
}

async function askPerson(terminal: Terminal, { email }: SignInOptions) {
  return {
    email: email ?? (await ask(terminal.text('cli.signIn.email'))),
    password: await ask(terminal.text('cli.signIn.password'), { isHidden: true }),
  }
}

async function readScript({ email }: SignInOptions) {
  const password = (await readAll(process.stdin)).replace(/\r?\n$/, '')
  if (email === undefined)
    throw CommandError.of(exitCodes.unusableInput, 'cli.error.missingOption', { name: '--email' })
  if (password === '') throw CommandError.of(exitCodes.unusableInput, 'cli.error.noPassword')
  return { email, password }
}
