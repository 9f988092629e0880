import type { Command } from 'commander'
import type { ConnectOptions } from './connect'
import type { ProgramBuilder } from './program-builder'

/** The rules of a running server, for its administrators. */
export function addRuleCommands(program: Command, builder: ProgramBuilder): void {
  const { text, terminalOf } = builder
  const rules = program.command('rules').helpCommand(false).description(text('cli.rules.summary'))
  const add = (name: string) => rules.command(name).option('--url <url>', text('cli.option.url'))

  add('list')
    .description(text('cli.rules.list.summary'))
    .action(async (options: ConnectOptions, command: Command) => {
      const { listRules } = await import('./commands/list-rules')
      await listRules(terminalOf(command), options)
    })

  add('export')
    .description(text('cli.rules.export.summary'))
    .argument('[file]', text('cli.rules.export.file'))
    .action(async (file: string | undefined, options: ConnectOptions, command: Command) => {
      const { exportRules } = await import('./commands/export-rules')
      await exportRules(terminalOf(command), file, options)
    })

  add('import')
    .description(text('cli.rules.import.summary'))
    .argument('<file>', text('cli.rules.import.file'))
    .action(async (file: string, options: ConnectOptions, command: Command) => {
      const { importRules } = await import('./commands/import-rules')
      await importRules(terminalOf(command), file, options)
    })

  for (const way of ['on', 'off'] as const) {
    add(way)
      .description(text(`cli.rules.${way}.summary`))
      .argument('<rule>', text('cli.rules.rule'))
      .action(async (rule: string, options: ConnectOptions, command: Command) => {
        const { switchRule } = await import('./commands/switch-rule')
        await switchRule(terminalOf(command), rule, { ...options, isOn: way === 'on' })
      })
  }

  add('try')
    .description(text('cli.rules.try.summary'))
    .argument('<file>', text('cli.rules.try.file'))
    .action(async (file: string, options: ConnectOptions, command: Command) => {
      const { tryRules } = await import('./commands/try-rules')
      await tryRules(terminalOf(command), file, options)
    })
}
