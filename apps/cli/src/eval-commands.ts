import { type Command, Option } from 'commander'
import { CommandError, exitCodes } from './command-error'
import type { EvaluationOptions, EvaluationTask } from './commands/evaluate'
import type { ProgramBuilder } from './program-builder'

const files = {
  test: ['--test <file>', 'cli.eval.option.test'],
  train: ['--train <file>', 'cli.eval.option.examples'],
  corpus: ['--corpus <file>', 'cli.eval.option.corpus'],
  queries: ['--queries <file>', 'cli.eval.option.queries'],
  qrels: ['--qrels <file>', 'cli.eval.option.qrels'],
} as const

const needed: Readonly<Record<EvaluationTask, readonly (keyof typeof files)[]>> = {
  intents: ['test'],
  retrieval: ['corpus', 'queries', 'qrels'],
  answers: ['corpus', 'queries'],
  tasks: ['test'],
  requests: ['test'],
  conversations: ['test'],
  acts: ['test'],
  labels: ['test'],
  'multi-intents': ['test'],
  slots: ['train', 'test'],
  entities: ['test'],
  relations: ['test'],
  pairs: ['test'],
  memory: ['test'],
  robustness: ['test'],
  threads: ['test'],
}

/** What is measured as it is shipped, unless there is a file to learn from. */
const shippedToo: ReadonlySet<EvaluationTask> = new Set([
  'requests',
  'robustness',
  'acts',
  'labels',
  'multi-intents',
  'entities',
  'threads',
])
const mapped: ReadonlySet<EvaluationTask> = new Set(['acts', 'labels', 'entities', 'relations'])

/** `parley eval <task>`: one command a task, each with the files it is measured on. */
export function addEvalCommands(program: Command, builder: ProgramBuilder): void {
  const { text } = builder
  const evaluation = program.command('eval').helpCommand(false).description(text('cli.eval.summary'))
  for (const task of Object.keys(needed) as EvaluationTask[]) {
    const command = evaluation.command(task).description(text(`cli.eval.${task}.summary`))
    for (const name of needed[task]) command.requiredOption(files[name][0], text(files[name][1]))
    if (task === 'intents') addTrainingOptions(command, builder)
    if (shippedToo.has(task)) command.option('--train <file>', text('cli.eval.option.train'))
    if (mapped.has(task)) command.option('--map <file>', text('cli.eval.option.labelMap'))
    if (task === 'labels') command.option('--head <name>', text('cli.eval.option.head'))
    command.action(async (options: EvaluationOptions) => {
      const { evaluate } = await import('./commands/evaluate')
      await evaluate(builder.terminalOf(command), task, options)
    })
  }
}

function addTrainingOptions(command: Command, { text }: ProgramBuilder): void {
  command
    .option('--train <file>', text('cli.eval.option.train'))
    .option('--val <file>', text('cli.eval.option.val'))
    .addOption(wholeNumber('--shots', '<K>', 1, text('cli.eval.option.shots')))
    .addOption(wholeNumber('--seed', '<S>', 0, text('cli.eval.option.seed')))
    .option('--oos <name>', text('cli.eval.option.oos'))
    .option('--map <file>', text('cli.eval.option.map'))
}

function wholeNumber(option: string, value: string, least: number, description: string): Option {
  return new Option(`${option} ${value}`, description).argParser((given) => {
    const number = Number(given)
    if (given.trim() !== '' && Number.isSafeInteger(number) && number >= least) return number
    throw CommandError.of(exitCodes.unusableInput, 'cli.error.badNumber', { option, least, value: given })
  })
}
