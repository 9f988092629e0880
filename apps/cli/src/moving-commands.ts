import type { Command } from 'commander'
import type { ProgramBuilder } from './program-builder'

/** Commands that bring history in, and everything out and back. */
export function addMovingCommands(program: Command, builder: ProgramBuilder, programDirectory: string): void {
  addImports(program, builder)
  addBackup(program, builder, programDirectory)
  addRestore(program, builder, programDirectory)
}

function addImports(program: Command, { text, terminalOf }: ProgramBuilder): void {
  const imports = program.command('import').helpCommand(false).description(text('cli.import.summary'))
  for (const source of ['slack', 'mattermost', 'parley'] as const) {
    imports
      .command(source)
      .option('--url <url>', text('cli.option.url'))
      .description(text(`cli.import.${source}.summary`))
      .argument('<file>', text('cli.import.file'))
      .option('--dry-run', text('cli.import.dryRun'))
      .action(async (file: string, options: { url?: string; dryRun?: boolean }, command: Command) => {
        const { importArchive } = await import('./commands/import-archive')
        await importArchive(terminalOf(command), { ...options, file, source })
      })
  }
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
