import { splitSentences } from '@parley/text'
import type { Passage } from '../answer-types'
import { textWidth } from '../text-width'

/** Something that the documents themselves ask for, and where it stands. */
export interface MadeQuestion {
  readonly text: string
  readonly documentId: string
  /** Passages that answer it. */
  readonly passageIds: readonly string[]
  /** What it was taken from, which would be found by its very words. */
  readonly takenFrom: string | null
}

const LEAST_WIDTH = 20
const MOST_WIDTH = 160

/**
 * Questions made of documents: their headings, each asking for what stands under it, and a sentence of each document, asking for the
 * rest of it.
 */
export function makeQuestions(documents: readonly (readonly Passage[])[], most: number): MadeQuestion[] {
  const made = documents.flatMap((passages) => [...ofHeadings(passages), ...ofSentence(passages)])
  // Evenly over all documents, the same at every call.
  const step = Math.max(1, made.length / most)
  return Array.from({ length: Math.min(most, made.length) }, (_, at) => made[Math.floor(at * step)]!)
}

function ofHeadings(passages: readonly Passage[]): MadeQuestion[] {
  const byHeading = new Map<string, string[]>()
  for (const { id, headingPath } of passages) {
    const heading = headingPath.slice(1).join(' ')
    byHeading.set(heading, [...(byHeading.get(heading) ?? []), id])
  }
  byHeading.delete('')
  const documentId = passages[0]?.documentId ?? ''
  return [...byHeading].map(([text, passageIds]) => ({ text, documentId, passageIds, takenFrom: null }))
}

function ofSentence(passages: readonly Passage[]): MadeQuestion[] {
  if (passages.length < 2) return []
  const source = passages[Math.floor(passages.length / 2)]!
  const text = splitSentences(source.text)
    .map(({ text: sentence }) => sentence.trim())
    .find((sentence) => isFitting(textWidth(sentence, 0, sentence.length)))
  if (text === undefined) return []
  const passageIds = passages.flatMap(({ id }) => (id === source.id ? [] : [id]))
  return [{ text, documentId: source.documentId, passageIds, takenFrom: source.id }]
}

const isFitting = (width: number): boolean => width >= LEAST_WIDTH && width <= MOST_WIDTH
