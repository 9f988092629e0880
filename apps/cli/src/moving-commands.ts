import type { Command } from 'commander'
import type { ExportArchiveOptions } from './commands/export-archive'
import type { ProgramBuilder } from './program-builder'

/** Commands that bring history in, and everything out and back. */
export function addMovingCommands(program: Command, builder: ProgramBuilder, programDirectory: string): void {
  addImports(program, builder)
  addExports(program, builder)
  addBackup(program, builder, programDirectory)
  addRestore(program, builder, programDirectory)
}

function addImports(program: Command, { text, terminalOf }: ProgramBuilder): void {
  const imports = program.command('import').helpCommand(false).description(text('cli.import.summary'))
  for (const source of ['slack', 'mattermost', 'parley'] as const) {
    const command = imports
      .command(source)
      .option('--url <url>', text('cli.option.url'))
      .description(text(`cli.import.${source}.summary`))
      .argument('<file>', text('cli.import.file'))
      .option('--dry-run', text('cli.import.dryRun'))
    if (source !== 'parley') command.option('--files <folder>', text('cli.import.files.option'))
    command.action(async (file: string, options: { url?: string; dryRun?: boolean; files?: string }) => {
      const { importArchive } = await import('./commands/import-archive')
      await importArchive(terminalOf(command), { ...options, file, source })
    })
  }
}

interface ExportOptions {
  readonly url?: string
  readonly everything?: boolean
  readonly user?: string
}

function addExports(program: Command, { text, terminalOf }: ProgramBuilder): void {
  const exports = program.command('export').helpCommand(false).description(text('cli.export.summary'))
  const add = (kind: 'workspace' | 'channel' | 'person') =>
    exports
      .command(kind)
      .option('--url <url>', text('cli.option.url'))
      .description(text(`cli.export.${kind}.summary`))
  const run = async (command: Command, file: string, scope: ExportArchiveOptions['scope']) => {
    const { exportArchive } = await import('./commands/export-archive')
    const { url } = command.opts<ExportOptions>()
    await exportArchive(terminalOf(command), { file, scope, ...(url !== undefined && { url }) })
  }
  add('workspace')
    .argument('<file>', text('cli.export.file'))
    .option('--everything', text('cli.export.everything'))
    .action((file: string, { everything = false }: ExportOptions, command: Command) =>
      run(command, file, { kind: 'workspace', includesPrivate: everything }),
    )
  add('channel')
    .argument('<channel>', text('cli.export.channel'))
    .argument('<file>', text('cli.export.file'))
    .action((channel: string, file: string, _options: object, command: Command) =>
      run(command, file, { kind: 'channel', channel }),
    )
  add('person')
    .argument('<file>', text('cli.export.file'))
    .option('--user <user>', text('cli.export.user'))
    .action((file: string, { user }: ExportOptions, command: Command) =>
      run(command, file, { kind: 'person', ...(user !== undefined && { user }) }),
    )
}

function addBackup(program: Command, { text, terminalOf }: ProgramBuilder, programDirectory: string): void {
  program
    .command('backup')
    .description(text('cli.backup.summary'))
    .argument('<file>', text('cli.backup.file'))
    .action(async (file: string, _options: object, command: Command) => {
      const { backUp } = await import('./commands/back-up')
      await backUp(terminalOf(command), { file, verb: 'backup', programDirectory })
    })
}

function addRestore(program: Command, { text, terminalOf }: ProgramBuilder, programDirectory: string): void {
  program
    .command('restore')
    .description(text('cli.restore.summary'))
    .argument('<file>', text('cli.restore.file'))
    .option('--check', text('cli.restore.check'))
    .action(async (file: string, { check }: { check?: boolean }, command: Command) => {
      const { backUp } = await import('./commands/back-up')
      await backUp(terminalOf(command), { file, verb: check ? 'check' : 'restore', programDirectory })
    })
}
