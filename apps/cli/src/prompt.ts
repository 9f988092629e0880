import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { CommandError, exitCodes } from './command-error'

/** What a shell says of a program that was interrupted. */
const INTERRUPTED = 130

/**
 * Asks at the terminal, on standard error so that results stay clean; a hidden answer is not echoed.
 *
 * @throws CommandError when the input ends instead.
 */
export async function ask(question: string, { isHidden = false } = {}): Promise<string> {
  const output = isHidden ? silence : process.stderr
  const reader = createInterface({ input: process.stdin, output, terminal: true })
  reader.once('SIGINT', () => process.exit(INTERRUPTED))
  if (isHidden) process.stderr.write(question)
  try {
    return await new Promise((resolve, reject) => {
      reader.once('close', () => reject(CommandError.of(exitCodes.unusableInput, 'cli.error.noPassword')))
      reader.question(isHidden ? '' : question, resolve)
    })
  } finally {
    reader.close()
    if (isHidden) process.stderr.write('\n')
  }
}

const silence = new Writable({ write: (_chunk, _encoding, done) => done() })
