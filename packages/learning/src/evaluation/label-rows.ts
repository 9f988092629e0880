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
 * Rows `{text,label}` or `{text,labels}`, or with a field of another name in their place.
 *
 * @param field holds one label or several, in files that label messages in several ways.
 * @throws EvaluationInputError naming file and line.
 */
export async function readLabelRows(file: string, field?: string): Promise<LabelRow[]> {
  const rows = await readJsonl(file, field === undefined ? row : z.preprocess(fromField(field), row))
  return rows.map(({ text, label, labels, lang }) => ({
    text,
    labels: label === undefined ? [...new Set(labels)] : [label],
    isExclusive: label !== undefined,
    lang: lang ?? detectLanguage(text),
  }))
}

/** Lets a row that has the field, and no labels, have these. */
const fromField = (field: string) => (value: unknown) => {
  if (typeof value !== 'object' || value === null || 'label' in value || 'labels' in value) return value
  const labels = (value as Readonly<Record<string, unknown>>)[field]
  return Array.isArray(labels) ? { ...value, labels } : { ...value, label: labels }
}
