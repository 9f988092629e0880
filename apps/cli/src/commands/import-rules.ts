import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type ConnectOptions, connect } from '../connect'
import type { Terminal } from '../terminal'

/** All rules of a file, or none. */
export async function importRules(terminal: Terminal, file: string, options: ConnectOptions): Promise<void> {
  const content = await readFile(file, 'utf8')
  const server = await connect(terminal, options)
  const body = { fileName: basename(file), content }
  const counts = await server.call((http) => http.command('rules.import', body))
  terminal.result(counts, () => [terminal.text('cli.rules.import.done', counts)])
}
