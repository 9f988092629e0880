import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import { EvaluationInputError } from './evaluation-input-error'

/**
 * The rows of a JSONL file, each checked by the schema; blank lines are skipped, a byte order mark too.
 *
 * @throws EvaluationInputError for a missing or empty file, and for the first row that is not JSON, not UTF-8 or does not fit.
 */
export async function readJsonl<Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.output<Schema>[]> {
  const lines = (await readText(file)).split('\n')
  const rows = lines.flatMap((line, index) => (line.trim() === '' ? [] : [readRow(line, schema, file, index + 1)]))
  if (rows.length === 0) throw new EvaluationInputError({ file }, 'holds no rows', 'no-rows')
  return rows
}

/**
 * A whole text file.
 *
 * @throws EvaluationInputError when it cannot be read or is not UTF-8.
 */
export async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new EvaluationInputError({ file }, 'no such file', 'no-such-file')
    throw new EvaluationInputError({ file }, error.message, 'unreadable')
  })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new EvaluationInputError({ file }, 'is not UTF-8 text', 'not-utf-8')
  }
}

function readRow<Schema extends z.ZodType>(
  line: string,
  schema: Schema,
  file: string,
  number: number,
): z.output<Schema> {
  const result = schema.safeParse(parseLine(line, file, number))
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const field = issue?.path.join('.')
  const problem = isMissing(issue) ? 'missing' : 'misfit'
  throw new EvaluationInputError(
    { file, line: number, ...(field ? { field } : {}) },
    issue?.message ?? 'does not fit',
    problem,
  )
}

const isMissing = (issue: z.core.$ZodIssue | undefined): boolean =>
  issue?.code === 'invalid_type' && issue.message.endsWith('received undefined')

function parseLine(line: string, file: string, number: number): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    throw new EvaluationInputError(
      { file, line: number },
      `not JSON (${error instanceof Error ? error.message : error})`,
      'not-json',
    )
  }
}
