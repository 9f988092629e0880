import { CommandError, exitCodes } from './command-error'

const DEFAULT_URL = 'http://127.0.0.1:8060'

/** The server that is meant: the option, the environment, or the one that `npm start` starts; without a trailing slash. */
export function serverAddress(given: string | undefined, environment: NodeJS.ProcessEnv = process.env): string {
  const url = given ?? (environment.PARLEY_URL || DEFAULT_URL)
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw CommandError.of(exitCodes.unusableInput, 'cli.error.badUrl', { url })
  }
  return new URL(url).href.replace(/\/+$/, '')
}
