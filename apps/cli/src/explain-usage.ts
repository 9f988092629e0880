import { type Language, translate } from '@parley/locale'
import type { CommanderError } from 'commander'
import { exitCodes } from './command-error'
import type { Failure } from './report-failure'

const keys = {
  'commander.unknownCommand': 'cli.error.unknownCommand',
  'commander.unknownOption': 'cli.error.unknownOption',
  'commander.missingArgument': 'cli.error.missingArgument',
  'commander.optionMissingArgument': 'cli.error.missingValue',
  'commander.missingMandatoryOptionValue': 'cli.error.missingOption',
} as const

const isKnown = (code: string): code is keyof typeof keys => Object.hasOwn(keys, code)

/** The parser's complaint in the person's language; the parser puts what is meant between quotation marks. */
export function explainUsage({ code, message }: CommanderError, language: Language): Failure {
  const name = /'([^']+)'/.exec(message)?.[1] ?? ''
  const line = isKnown(code)
    ? translate(language, keys[code], { name })
    : code === 'commander.excessArguments'
      ? translate(language, 'cli.error.tooMany')
      : translate(language, 'cli.error.unusableInput', { reason: message.replace(/^error: /, '') })
  return { exitCode: exitCodes.unusableInput, line }
}
