import type { Span } from '@parley/nlu'
import { detectLanguage, type Language } from '@parley/text'
import { z } from 'zod'
import { readJsonl } from './read-jsonl'

/** A message with the spans that a person found in it. */
export interface SpanRow {
  readonly text: string
  readonly spans: readonly Span[]
  readonly lang: Language
}

/** A message with its intent and the slots of that intent. */
export interface SlotRow extends SpanRow {
  readonly intent: string
}

const base = { text: z.string().min(1), lang: z.enum(['zh', 'en']).optional() }
const offset = z.int().min(0)
const spans = z.array(
  z
    .object({ start: offset, end: offset, type: z.string().min(1) })
    .refine(({ start, end }) => start < end, { error: 'a span must end after it starts' }),
)
const isInText = ({ text }: { text: string }, found: readonly Span[]) => found.every(({ end }) => end <= text.length)
const outside = { error: 'a span ends after the text' }

const slotRow = z
  .object({ ...base, intent: z.string().min(1), slots: spans })
  .refine((row) => isInText(row, row.slots), { ...outside, path: ['slots'] })
const entityRow = z
  .object({ ...base, entities: spans })
  .refine((row) => isInText(row, row.entities), { ...outside, path: ['entities'] })

/** @throws EvaluationInputError naming file, line and field. */
export async function readSlotRows(file: string): Promise<SlotRow[]> {
  const rows = await readJsonl(file, slotRow)
  return rows.map(({ text, intent, slots, lang }) => ({
    text,
    intent,
    spans: slots,
    lang: lang ?? detectLanguage(text),
  }))
}

/** @throws EvaluationInputError naming file, line and field. */
export async function readEntityRows(file: string): Promise<SpanRow[]> {
  const rows = await readJsonl(file, entityRow)
  return rows.map(({ text, entities, lang }) => ({ text, spans: entities, lang: lang ?? detectLanguage(text) }))
}
