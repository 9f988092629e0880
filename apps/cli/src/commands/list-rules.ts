import { type ConnectOptions, connect } from '../connect'
import { formatTable } from '../format-table'
import type { Terminal } from '../terminal'

/** The rules in their order: the first outranks the rest. */
export async function listRules(terminal: Terminal, options: ConnectOptions): Promise<void> {
  const server = await connect(terminal, options)
  const { rules } = await server.call((http) => http.query('rules.list', {}))
  const state = (isOn: boolean, faults: number) => (faults > 0 ? 'faulty' : isOn ? 'on' : 'off')
  terminal.result({ rules }, () =>
    rules.length === 0
      ? [terminal.text('cli.rules.list.none')]
      : formatTable(
          rules.map(({ name, definition, isOn, faults }) => [
            terminal.text(`cli.rules.${state(isOn, faults.length)}`),
            name,
            definition.kind === 'dictionary'
              ? `${definition.entity} (${definition.terms.length})`
              : `${definition.strength.kind} ${definition.conclusion.about} ${definition.conclusion.value ?? '-'}`,
          ]),
        ),
  )
}
