import type { Command } from 'commander'
import type { ProgramBuilder } from './program-builder'

/** Commands that need no running server. */
export function addLocalCommands(
  program: Command,
  { text, terminalOf }: ProgramBuilder,
  programDirectory: string,
): void {
  program
    .command('understand')
    .description(text('cli.understand.summary'))
    .argument('<text...>', text('cli.understand.text'))
    .option('--why', text('cli.option.why'))
    .option('--attention <layer>', text('cli.option.attention'))
    .option('--url <url>', text('cli.option.url'))
    .action(async (words: string[], options: { why?: boolean; attention?: string; url?: string }, command: Command) => {
      const { understand } = await import('./commands/understand')
      await understand(terminalOf(command), words.join(' '), options)
    })

  program
    .command('doctor')
    .description(text('cli.doctor.summary'))
    .option('--url <url>', text('cli.option.url'))
    .action(async (options: { url?: string }, command: Command) => {
      const { doctor } = await import('./commands/doctor')
      await doctor(terminalOf(command), { ...options, programDirectory })
    })
}
