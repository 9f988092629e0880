import { readFile } from 'node:fs/promises'
import type { CommandAnswer, CommandInput } from '@parley/protocol'
import { CommandError, exitCodes } from '../command-error'
import { type ConnectOptions, connect } from '../connect'
import { formatTable } from '../format-table'
import type { Terminal } from '../terminal'

type Draft = { readonly name: string } & Pick<CommandInput<'rules.try'>, 'definition'>

/** What each rule of a file would change, by itself, of the last messages; nothing is stored. */
export async function tryRules(terminal: Terminal, file: string, options: ConnectOptions): Promise<void> {
  const drafts = await readDrafts(file)
  const server = await connect(terminal, options)
  const trials: (CommandAnswer<'rules.try'> & Pick<Draft, 'name'>)[] = []
  for (const { name, definition } of drafts) {
    const trial = await server.call((http) => http.command('rules.try', { definition }))
    trials.push({ name, ...trial })
  }
  terminal.result({ trials }, () =>
    trials.flatMap(({ name, faults, looked, held, changed, messages }) => [
      `${name}: ${terminal.text('cli.rules.try.done', { looked, held, changed })}`,
      ...faults.map(({ path, code, about }) => `  ${path.join('.')}: ${code} ${about}`),
      ...formatTable(
        messages
          .filter(({ isChanged }) => isChanged)
          .map(({ text, before, after }) => [`${before ?? '-'} → ${after ?? '-'}`, text.slice(0, SHOWN_LENGTH)]),
        '  ',
      ),
    ]),
  )
}

const SHOWN_LENGTH = 80

/** What the file holds beyond that the server judges. */
async function readDrafts(file: string): Promise<readonly Draft[]> {
  try {
    const { rules } = JSON.parse(await readFile(file, 'utf8')) as { readonly rules: readonly Draft[] }
    if (Array.isArray(rules)) return rules
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw CommandError.of(exitCodes.unusableInput, 'cli.rules.noFile', { file })
}
