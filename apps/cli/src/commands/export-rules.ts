import { writeFile } from 'node:fs/promises'
import { type ConnectOptions, connect } from '../connect'
import type { Terminal } from '../terminal'

/** Writes what `parley rules import` reads: names, definitions and whether they are on. */
export async function exportRules(
  terminal: Terminal,
  file: string | undefined,
  options: ConnectOptions,
): Promise<void> {
  const server = await connect(terminal, options)
  const { rules } = await server.call((http) => http.query('rules.list', {}))
  const content = JSON.stringify(
    { rules: rules.map(({ name, definition, isOn }) => ({ name, isOn, definition })) },
    null,
    2,
  )
  if (file === undefined) return terminal.result(JSON.parse(content), () => [content])
  await writeFile(file, `${content}\n`)
  terminal.result({ file, rules: rules.length }, () => [
    terminal.text('cli.rules.export.done', { count: rules.length, file }),
  ])
}
