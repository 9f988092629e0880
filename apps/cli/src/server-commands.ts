import type { Command } from 'commander'
import type { AddAnswerOptions } from './commands/add-answer'
import type { ProgramBuilder } from './program-builder'

interface ServerOptions {
  readonly url?: string
}

interface AskingOptions {
  readonly conversation?: string
  readonly query?: string
}

/** Commands that talk to a running server. */
export function addServerCommands(program: Command, builder: ProgramBuilder): void {
  addSessionCommands(program, builder)
  addAsk(program, builder)
  addKnowledgeCommands(program, builder)
  addAnswerCommands(program, builder)
}

function addCommand(parent: Command, name: string, { text }: ProgramBuilder): Command {
  return parent.command(name).option('--url <url>', text('cli.option.url'))
}

function addSessionCommands(program: Command, builder: ProgramBuilder): void {
  const { text, terminalOf } = builder
  addCommand(program, 'sign-in', builder)
    .description(text('cli.signIn.summary'))
    .option('--email <email>', text('cli.option.email'))
    .action(async (options: ServerOptions & { email?: string }, command: Command) => {
      const { signIn } = await import('./commands/sign-in')
      await signIn(terminalOf(command), options)
    })

  addCommand(program, 'sign-out', builder)
    .description(text('cli.signOut.summary'))
    .action(async (options: ServerOptions, command: Command) => {
      const { signOut } = await import('./commands/sign-out')
      await signOut(terminalOf(command), options)
    })
}

function addAsk(program: Command, builder: ProgramBuilder): void {
  const { text, terminalOf } = builder
  addCommand(program, 'ask', builder)
    .description(text('cli.ask.summary'))
    .argument('<text...>', text('cli.ask.text'))
    .option('--conversation <id>', text('cli.option.conversation'))
    .option('--query <json>', text('cli.option.query'))
    .action(async (words: string[], options: ServerOptions & AskingOptions, command: Command) => {
      const { ask } = await import('./commands/ask')
      await ask(terminalOf(command), words.join(' '), options)
    })
}

function addAnswerCommands(program: Command, builder: ProgramBuilder): void {
  const { text, terminalOf } = builder
  const answers = program.command('answers').helpCommand(false).description(text('cli.answers.summary'))

  addCommand(answers, 'list', builder)
    .description(text('cli.answers.list.summary'))
    .action(async (options: ServerOptions, command: Command) => {
      const { listAnswers } = await import('./commands/list-answers')
      await listAnswers(terminalOf(command), options)
    })

  addCommand(answers, 'replay', builder)
    .description(text('cli.answers.replay.summary'))
    .option('--take', text('cli.answers.replay.take'))
    .action(async (options: ServerOptions & { take?: boolean }, command: Command) => {
      const { replayAnswers } = await import('./commands/replay-answers')
      await replayAnswers(terminalOf(command), options)
    })

  addCommand(answers, 'add', builder)
    .description(text('cli.answers.add.summary'))
    .argument('<answer>', text('cli.answers.add.answer'))
    .requiredOption('--question <question...>', text('cli.answers.add.question'))
    .option('--collection <collection>', text('cli.option.collection'))
    .action(async (answer: string, options: AddAnswerOptions, command: Command) => {
      const { addAnswer } = await import('./commands/add-answer')
      await addAnswer(terminalOf(command), answer, options)
    })
}

function addKnowledgeCommands(program: Command, builder: ProgramBuilder): void {
  const { text, terminalOf } = builder
  const knowledge = program.command('knowledge').helpCommand(false).description(text('cli.knowledge.summary'))

  addCommand(knowledge, 'add', builder)
    .description(text('cli.knowledge.add.summary'))
    .argument('<file...>', text('cli.knowledge.add.files'))
    .option('--collection <collection>', text('cli.option.collection'))
    .action(async (files: string[], options: ServerOptions & { collection?: string }, command: Command) => {
      const { addDocuments } = await import('./commands/add-documents')
      await addDocuments(terminalOf(command), files, options)
    })

  addCommand(knowledge, 'health', builder)
    .description(text('cli.health.summary'))
    .action(async (options: ServerOptions, command: Command) => {
      const { showDocumentHealth } = await import('./commands/document-health')
      await showDocumentHealth(terminalOf(command), options)
    })

  addCommand(knowledge, 'list', builder)
    .description(text('cli.knowledge.list.summary'))
    .action(async (options: ServerOptions, command: Command) => {
      const { listDocuments } = await import('./commands/list-documents')
      await listDocuments(terminalOf(command), options)
    })
}
