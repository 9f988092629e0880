import { EXAMPLE_LIMIT, INTENT_NAME_LIMIT, ParleyError } from '@parley/protocol'
import { z } from 'zod'
import type { NewExample } from './examples'

/** As `parley eval` reads them; what else a line holds is left alone. `intent: null`: none of the intents. */
const Line = z.object({
  text: z.string().trim().min(1).max(EXAMPLE_LIMIT),
  intent: z.string().trim().min(1).max(INTENT_NAME_LIMIT).nullable(),
})

/**
 * One JSON object a line; empty lines are passed over, and a file of nothing else is broken.
 *
 * @throws ParleyError `training_file_broken` with file, line and field.
 */
export function readExampleFile(file: string, content: string): NewExample[] {
  const lines = content.replace(/^\uFEFF/, '').split(/\r?\n/)
  if (lines.every((line) => line.trim() === '')) {
    throw new ParleyError('training_file_broken', { file, line: 1, field: 'text' })
  }
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [readLine(line, { file, line: index + 1 })]))
}

function readLine(line: string, place: { readonly file: string; readonly line: number }): NewExample {
  const parsed = Line.safeParse(readJson(line, place))
  if (parsed.success) return parsed.data
  const field = parsed.error.issues[0]?.path.join('.') || 'text'
  throw new ParleyError('training_file_broken', { ...place, field })
}

function readJson(line: string, place: { readonly file: string; readonly line: number }): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    throw new ParleyError('training_file_broken', { ...place, field: 'JSON' }, { cause: error })
  }
}
