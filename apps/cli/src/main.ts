import { fileURLToPath } from 'node:url'
import { CommanderError } from 'commander'
import { exitCodes } from './command-error'
import { explainUsage } from './explain-usage'
import { chooseLanguage } from './language'
import { createProgram } from './program'
import { explainFailure } from './report-failure'

/** This file is the entry of a bundled program: the other programs lie beside it. */
const programDirectory = fileURLToPath(new URL('.', import.meta.url))

/**
 * The `parley` command. Sets the exit code: 0 done, 1 failed, 2 unusable input, 3 no server.
 *
 * @param argv the arguments without node and script.
 * @throws what is a fault of the program itself.
 */
export async function main(argv: readonly string[]): Promise<void> {
  endQuietlyWithReader()
  const language = chooseLanguage(argv)
  try {
    await createProgram(language, programDirectory).parseAsync([...argv], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError && isHelpShown(error)) return
    const failure = error instanceof CommanderError ? explainUsage(error, language) : explainFailure(error, language)
    if (!failure) throw error
    process.stderr.write(`parley: ${failure.line}\n`)
    process.exitCode = failure.exitCode
  }
}

/** Help that was asked for; help in place of a missing command is an error. */
function isHelpShown({ exitCode, code }: CommanderError): boolean {
  if (code === 'commander.help') process.exitCode = exitCodes.unusableInput
  return exitCode === 0 || code === 'commander.help'
}

/** `parley … | head` ends when the reader has seen enough. */
function endQuietlyWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCodes.ok)
    throw error
  })
}
