import { readFile } from 'node:fs/promises'
import { StructuredQuery } from '@parley/protocol'
import { CommandError, exitCodes } from './command-error'

/**
 * A query from the command line: JSON, or the file that holds it.
 *
 * @throws CommandError when it is none.
 */
export async function readQueryOption(option: string): Promise<StructuredQuery> {
  const json = option.trimStart().startsWith('{') ? option : await readFile(option, 'utf8').catch(() => '')
  const query = StructuredQuery.safeParse(parse(json))
  if (query.success) return query.data
  const [issue] = query.error.issues
  throw CommandError.of(exitCodes.unusableInput, 'cli.ask.noQuery', {
    reason: `${issue?.path.join('.')} ${issue?.message}`,
  })
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
