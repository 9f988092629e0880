import type { Command } from 'commander'
import type { ActOptions, AddSourceOptions } from './commands/sources'
import type { ConnectOptions } from './connect'
import type { ProgramBuilder } from './program-builder'

/** `parley sources`: where documents come from by themselves. */
export function addSourceCommands(program: Command, builder: ProgramBuilder): void {
  const { text } = builder
  const sources = program.command('sources').helpCommand(false).description(text('cli.sources.summary'))
  const add = (name: string) => sources.command(name).option('--url <url>', text('cli.option.url'))
  addListing(add, builder)
  addAdding(add, builder)
  addActing(add, builder)
}

type Add = (name: string) => Command

function addListing(add: Add, { text, terminalOf }: ProgramBuilder): void {
  add('list')
    .description(text('cli.sources.list.summary'))
    .action(async (options: ConnectOptions, command: Command) => {
      const { listSources } = await import('./commands/sources')
      await listSources(terminalOf(command), options)
    })
  add('items')
    .description(text('cli.sources.items.summary'))
    .argument('<source>', text('cli.sources.source'))
    .action(async (source: string, options: ConnectOptions, command: Command) => {
      const { listSourceItems } = await import('./commands/sources')
      await listSourceItems(terminalOf(command), source, options)
    })
}

function addAdding(add: Add, { text, terminalOf }: ProgramBuilder): void {
  add('add')
    .description(text('cli.sources.add.summary'))
    .argument('<kind>', text('cli.sources.add.kind'))
    .argument('[place]', text('cli.sources.add.place'))
    .option('--name <name>', text('cli.sources.add.name'))
    .option('--collection <collection>', text('cli.option.collection'))
    .option('--branch <branch>', text('cli.sources.add.branch'))
    .option('--pattern <pattern...>', text('cli.sources.add.pattern'))
    .option('--every <minutes>', text('cli.sources.add.every'))
    .action(async (kind: string, place: string | undefined, options: AddSourceOptions, command: Command) => {
      const { addSource } = await import('./commands/sources')
      await addSource(terminalOf(command), kind, place, options)
    })
}

function addActing(add: Add, { text, terminalOf }: ProgramBuilder): void {
  for (const act of ['run', 'pause', 'resume'] as const) {
    const command = add(act)
      .description(text(`cli.sources.${act}.summary`))
      .argument('<source>', text('cli.sources.source'))
    if (act === 'run') command.option('--remove-gone', text('cli.sources.run.removesAll'))
    command.action(async (source: string, options: ActOptions, called: Command) => {
      const { actOnSource } = await import('./commands/sources')
      await actOnSource(terminalOf(called), act, source, options)
    })
  }
  add('remove')
    .description(text('cli.sources.remove.summary'))
    .argument('<source>', text('cli.sources.source'))
    .option('--documents', text('cli.sources.remove.documents'))
    .action(async (source: string, options: ConnectOptions & { documents?: boolean }, command: Command) => {
      const { removeSource } = await import('./commands/sources')
      await removeSource(terminalOf(command), source, options)
    })
}
