import { CommandError, exitCodes } from '../command-error'
import { type ConnectOptions, connect } from '../connect'
import type { Terminal } from '../terminal'

/** Switches a rule, by name or id, off or on again. */
export async function switchRule(
  terminal: Terminal,
  wanted: string,
  { isOn, ...options }: ConnectOptions & { readonly isOn: boolean },
): Promise<void> {
  const server = await connect(terminal, options)
  const { rules } = await server.call((http) => http.query('rules.list', {}))
  const found = rules.find(({ id, name }) => id === wanted || name === wanted)
  if (!found) {
    const names = rules.map(({ name }) => name).join(', ')
    throw CommandError.of(exitCodes.unusableInput, 'cli.rules.unknown', { name: wanted, names })
  }
  const { rule } = await server.call((http) => http.command('rules.switch', { ruleId: found.id, isOn }))
  terminal.result({ rule }, () => [`${rule.name}: ${terminal.text(rule.isOn ? 'cli.rules.on' : 'cli.rules.off')}`])
}
