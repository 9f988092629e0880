import { detectLanguage, type Language } from '@parley/text'
import { z } from 'zod'
import { readJsonl } from './read-jsonl'

/** A message with its labels; `isExclusive` where the file gave one as `label`. */
export interface LabelRow {
  readonly text: string
  readonly labels: readonly string[]
  readonly isExclusive: boolean
  readonly lang: Language
}

const base = { text: z.string().trim().min(1), lang: z.enum(['zh', 'en']).optional() }
const name = z.string().min(1)
const row = z.union(
  [
    z.object({ ...base, label: name, labels: z.undefined().optional() }),
    z.object({ ...base, label: z.undefined().optional(), labels: z.array(name) }),
  ],
  { error: 'expected {text, label} or {text, labels}' },
)

/**
 * Rows `{text,label}` or `{text,labels}`.
 *
 * @throws EvaluationInputError naming file and line.
 */
export async function readLabelRows(file: string): Promise<LabelRow[]> {
  const rows = await readJsonl(file, row)
  return rows.map(({ text, label, labels, lang }) => ({
    text,
    labels: label === undefined ? [...new Set(labels)] : [label],
    isExclusive: label !== undefined,
    lang: lang ?? detectLanguage(text),
  }))
}
