import type { Command } from 'commander'
import type { GraphOptions } from './commands/graph'
import type { ProgramBuilder } from './program-builder'

/** `parley graph find|around|paths`: who and what belongs together, as far as whoever asks may read it. */
export function addGraphCommands(program: Command, { text, terminalOf }: ProgramBuilder): void {
  const graph = program.command('graph').helpCommand(false).description(text('cli.graph.summary'))
  const add = (
    name: string,
    summary: 'cli.graph.find.summary' | 'cli.graph.around.summary' | 'cli.graph.paths.summary',
  ) => graph.command(name).description(text(summary)).option('--url <url>', text('cli.option.url'))
  const withFilters = (command: Command) =>
    command
      .option('--types <types>', text('cli.graph.types'))
      .option('--as-of <time>', text('cli.graph.asOf'))
      .option('--rules', text('cli.graph.rules'))

  add('find', 'cli.graph.find.summary')
    .argument('[name...]', text('cli.graph.name'))
    .action(async (words: string[], options: GraphOptions, command: Command) => {
      const { findInGraph } = await import('./commands/graph')
      await findInGraph(terminalOf(command), words.join(' '), options)
    })
  withFilters(add('around', 'cli.graph.around.summary'))
    .argument('<name...>', text('cli.graph.name'))
    .option('--depth <steps>', text('cli.graph.depth'))
    .action(async (words: string[], options: GraphOptions, command: Command) => {
      const { lookAround } = await import('./commands/graph')
      await lookAround(terminalOf(command), words.join(' '), options)
    })
  withFilters(add('paths', 'cli.graph.paths.summary'))
    .argument('<from>', text('cli.graph.name'))
    .argument('<to>', text('cli.graph.name'))
    .action(async (from: string, to: string, options: GraphOptions, command: Command) => {
      const { findPaths } = await import('./commands/graph')
      await findPaths(terminalOf(command), from, to, options)
    })
}
