import type { Encoder, Encoding, Matrix } from '@parley/inference'
import { classifiedPart } from '../features/classified-part'
import { matrixOf } from '../numeric/matrix'
import type { CrfData, FeatureRows } from './fit-crf'
import { countPhrases, gazetteerMarks, type PhraseCounts, phrasesWithout } from './gazetteer'
import { type SpanExample, type SpanModel, SpanTrainingError } from './span-model'
import { splitUnits, type Unit } from './split-units'
import { tagCount, toTags } from './tag-scheme'
import { layOut, type TimeMajorLayout, toTimeMajor } from './time-major-layout'
import { describeUnits } from './unit-features'

/** Features seen less often say little and cost much. */
const MIN_FEATURE_COUNT = 2

export interface SpanCorpus {
  readonly types: readonly string[]
  readonly messages: readonly CorpusMessage[]
  readonly vocabulary: ReadonlyMap<string, number>
  readonly phrases: PhraseCounts
}

export interface CorpusMessage {
  readonly units: readonly Unit[]
  /** Lexical features of each unit, by name. */
  readonly features: readonly (readonly string[])[]
  readonly tags: readonly number[]
}

/**
 * @param known examples whose phrases are known beside those of the examples, and that nothing else is learnt from.
 * @throws SpanTrainingError without spans, for blank texts and for spans that lie outside their text.
 */
export function readSpanCorpus(examples: readonly SpanExample[], known: readonly SpanExample[] = []): SpanCorpus {
  examples.forEach(checkExample)
  const types = [...new Set(examples.flatMap(({ spans }) => spans.map(({ type }) => type)))].sort()
  if (types.length === 0) throw new SpanTrainingError('no example has a span')
  const phrases = countPhrases([...examples, ...known])
  const messages = examples.map((example) => readExample(example, types, phrases))
  return { types, messages, phrases, vocabulary: buildVocabulary(messages) }
}

function checkExample({ text, spans }: SpanExample): void {
  if (text.trim() === '') throw new SpanTrainingError('an example is blank')
  const bad = spans.find(({ start, end, type }) => !(start >= 0 && start < end && end <= text.length) || type === '')
  if (bad) throw new SpanTrainingError(`span ${bad.start}–${bad.end} of type "${bad.type}" does not lie in "${text}"`)
}

function readExample(example: SpanExample, types: readonly string[], phrases: PhraseCounts): CorpusMessage {
  const units = splitUnits(classifiedPart(example.text))
  const marks = gazetteerMarks(units, phrasesWithout(phrases, example))
  return {
    units,
    features: describeUnits({ units, marks, topic: example.topic }),
    tags: toTags(units, example.spans, types),
  }
}

function buildVocabulary(messages: readonly CorpusMessage[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of messages.flatMap(({ features }) => features.flat())) counts.set(name, (counts.get(name) ?? 0) + 1)
  const kept = [...counts].filter(([, count]) => count >= MIN_FEATURE_COUNT)
  return new Map(kept.map(([name], column) => [name, column]))
}

/** Encodings with token states, of what the encoder reads of each text; null without an encoder. */
export async function encodeTexts(
  texts: readonly string[],
  encoder: Encoder | null,
  signal?: AbortSignal,
): Promise<readonly Encoding[] | null> {
  if (encoder === null) return null
  return encoder.encode(texts.map(classifiedPart), {
    purpose: 'query',
    priority: 'background',
    tokens: true,
    ...(signal && { signal }),
  })
}

/**
 * @param messages of the corpus.
 * @param vectors dense vectors of each message's units; null without an encoder.
 */
export function toCrfData(
  corpus: SpanCorpus,
  messages: readonly CorpusMessage[],
  vectors: readonly (readonly Float32Array[])[] | null,
): CrfData {
  const layout = layOut(messages.map(({ units }) => units.length))
  const rows = vectors ? toTimeMajor(layout, vectors) : []
  return {
    layout,
    dense: rows.length > 0 ? matrixOf(rows, rows[0]?.length ?? 0) : noDense(layout.rows),
    lexical: toFeatureRows(
      toTimeMajor(
        layout,
        messages.map(({ features }) => features),
      ),
      corpus.vocabulary,
    ),
    tags: tagCount(corpus.types.length),
    labels: toTimeMajor(
      layout,
      messages.map(({ tags }) => tags),
    ),
    previous: previousRows(layout),
  }
}

/** Without an encoder: one column of zeros, which no weight is learnt for. */
const noDense = (rows: number): Matrix => ({ rows, columns: 1, data: new Float32Array(rows) })

export function toFeatureRows(rows: readonly (readonly string[])[], vocabulary: SpanModel['vocabulary']): FeatureRows {
  const known = rows.map((names) => names.flatMap((name) => vocabulary.get(name) ?? []))
  const offsets = new Int32Array(rows.length + 1)
  known.forEach((ids, row) => {
    offsets[row + 1] = (offsets[row] as number) + ids.length
  })
  return { columns: vocabulary.size, offsets, ids: Int32Array.from(known.flat()) }
}

function previousRows({ rows, steps }: TimeMajorLayout): Int32Array {
  const previous = new Int32Array(rows).fill(-1)
  steps.forEach(({ first, count }, step) => {
    const before = steps[step - 1]
    if (before) for (let row = 0; row < count; row++) previous[first + row] = before.first + row
  })
  return previous
}
