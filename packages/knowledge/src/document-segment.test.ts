import type { Encoder } from '@parley/inference'
import { expect, it } from 'vitest'
import { buildSegment, readDocument, unpackVectors } from './document-segment'
import { embeddingText } from './passage-terms'
import { vectorCode } from './vector-code'

const DIMENSIONS = 4

/** Lengths and letters of a text: two different ones are told apart. */
const sentenceOf = (text: string) =>
  Float32Array.of(text.length, text.charCodeAt(text.length - 2), text.charCodeAt(0), 1)

const encoder: Encoder = {
  ...{ id: 'lengths', hiddenSize: DIMENSIONS, pooledLayers: [], maxTokens: 512 },
  encode: async (texts) =>
    texts.map((text) => ({ sentence: sentenceOf(text), layers: [], tokenCount: 1, isTruncated: false })),
  close: async () => undefined,
}

it('gives each passage and unit of a long document its own vector, whatever was encoded together', async () => {
  const sections = Array.from(
    { length: 60 },
    (_, at) => `## Room ${at}\n\n${'It has a window. '.repeat((at * 7) % 11)}It holds ${at * at} people.`,
  )
  const document = {
    id: 'rooms',
    title: 'Rooms',
    mimeType: 'text/markdown' as const,
    text: `# Rooms\n\n${sections.join('\n\n')}`,
  }
  const { plainText, passages } = readDocument(document)
  const textOf = (headingPath: readonly string[], { start, end }: { start: number; end: number }) =>
    embeddingText('Rooms', { headingPath, text: plainText.slice(start, end) })
  const texts = [
    ...passages.map((passage) => textOf(passage.headingPath, passage)),
    ...passages.flatMap(({ headingPath, units }) => units.map((unit) => textOf(headingPath, unit))),
  ]
  const { quantise } = vectorCode(encoder.id, DIMENSIONS)

  const { vectors } = await buildSegment(document, encoder)

  expect(new Set(texts.map(({ length }) => length)).size).toBeGreaterThan(20)
  const kept = unpackVectors(vectors, texts.length, DIMENSIONS).map(({ bytes }) => bytes)
  expect(kept).toEqual(texts.map((text) => quantise(sentenceOf(text)).bytes))
})
