import { type Language, type TextKey, translate } from '@parley/locale'
import { Command, Option } from 'commander'
import { CommandError, exitCodes } from './command-error'
import { addEvalCommands } from './eval-commands'
import { addGraphCommands } from './graph-commands'
import { addLocalCommands } from './local-commands'
import { addMovingCommands } from './moving-commands'
import type { ProgramBuilder } from './program-builder'
import { addRuleCommands } from './rule-commands'
import { addServerCommands } from './server-commands'
import { addSourceCommands } from './source-commands'
import { createTerminal } from './terminal'
import { version } from './version'

const titles: Readonly<Record<string, TextKey>> = {
  'Usage:': 'cli.help.usage',
  'Arguments:': 'cli.help.arguments',
  'Options:': 'cli.help.options',
  'Global Options:': 'cli.help.globalOptions',
  'Commands:': 'cli.help.commands',
}

/** The tree of commands. What a command needs is loaded when it runs: help must not wait for an encoder. */
export function createProgram(language: Language, programDirectory: string): Command {
  const builder: ProgramBuilder = {
    // Everything that the command line itself says goes without parameters.
    text: (key) => (translate as (language: Language, key: TextKey) => string)(language, key),
    terminalOf: (command) => createTerminal(language, command.optsWithGlobals<{ json?: boolean }>().json === true),
  }
  const program = createRoot(builder)
  addServerCommands(program, builder)
  addSourceCommands(program, builder)
  addRuleCommands(program, builder)
  addGraphCommands(program, builder)
  addLocalCommands(program, builder, programDirectory)
  addMovingCommands(program, builder, programDirectory)
  addEvalCommands(program, builder)
  return program.addHelpText('after', `\n${builder.text('cli.help.more')}`)
}

/** What is set here before the first subcommand is made holds for all of them. */
function createRoot({ text }: ProgramBuilder): Command {
  return new Command('parley')
    .description(text('cli.summary'))
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .configureHelp({ styleTitle: (title) => text(titles[title] ?? 'cli.help.options'), showGlobalOptions: true })
    .helpOption('-h, --help', text('cli.option.help'))
    .helpCommand(false)
    .version(`parley ${version}`, '-V, --version', text('cli.option.version'))
    .addOption(new Option('--lang <zh|en>', text('cli.option.lang')).argParser(requireLanguage))
    .option('--json', text('cli.option.json'))
}

/** The value was used before, by `chooseLanguage`; here it is only refused when it is none. */
function requireLanguage(value: string): string {
  if (value === 'zh' || value === 'en') return value
  throw CommandError.of(exitCodes.unusableInput, 'cli.error.badLanguage', { value })
}
