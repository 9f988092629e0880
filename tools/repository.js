import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Absolute path of the repository's root, wherever a command is started from. */
export const root = path.resolve(fileURLToPath(import.meta.url), '../..')

/** A path inside the repository. */
export const inRepository = (...parts) => path.join(root, ...parts)

/** What a person can mend: shown as one line, without a stack. */
export class ReadableError extends Error {
  name = 'ReadableError'
}

/** Progress goes to stderr, so that the output of a command stays clean. */
export function progress(line) {
  process.stderr.write(`parley: ${line}\n`)
}

/** Runs a command's body; a `ReadableError` ends the process with one line, anything else with its stack. */
export async function runCommand(body) {
  try {
    return await body()
  } catch (error) {
    progress(error instanceof ReadableError ? error.message : (error?.stack ?? String(error)))
    process.exit(1)
  }
}

/** True when this module is the one that node was started with. */
export const isStartedDirectly = (moduleUrl) =>
  process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(moduleUrl)
