import { extractRelations, type KnownName, nameKey } from '@parley/knowledge'
import { detectLanguage, type Language } from '@parley/text'
import { z } from 'zod'
import { byLanguage } from './by-language'
import { type LabelMap, mappedLabel, readLabelMap } from './map-labels'
import { readJsonl } from './read-jsonl'

export interface RelationMetrics {
  readonly n: number
  /** Share of related pairs between which some relation was found, whatever its name and direction. */
  readonly pairRecall: number
  /** Micro-averaged: head, tail and relation have to be right. */
  readonly f1: number
  readonly precision: number
  readonly recall: number
}

export interface RelationsReport extends RelationMetrics {
  readonly task: 'relations'
  readonly lang: Readonly<Partial<Record<Language, RelationMetrics>>>
  readonly seconds: number
  /** Patterns and names: no encoder. */
  readonly encoder: null
  readonly version: string
}

export interface EvaluateRelationsOptions {
  readonly test: string
  /** The test file's name of each of our relations; null leaves one out. */
  readonly map?: string | undefined
  readonly version: string
}

const relation = z.object({ head: z.string().min(1), tail: z.string().min(1), relation: z.string().min(1) })
const row = z.object({ text: z.string().min(1), lang: z.enum(['zh', 'en']).optional(), relations: z.array(relation) })

/** Pairs that belong to each other in no way that has a name. */
const UNRELATED = 'unknown'
const WRITTEN_AT = '2026-01-01T00:00:00Z'

interface Judged {
  readonly lang: Language
  readonly truth: readonly string[]
  readonly found: readonly string[]
  readonly truePairs: readonly string[]
  readonly foundPairs: readonly string[]
}

/**
 * `eval relations`: measures what the graph is read by, on texts whose entities are named: these are known by name, as the
 * graph's own are.
 *
 * @throws EvaluationInputError for unusable input.
 */
export async function evaluateRelations(options: EvaluateRelationsOptions): Promise<RelationsReport> {
  const started = performance.now()
  const [rows, map] = await Promise.all([readJsonl(options.test, row), readLabelMap(options.map)])
  const judged = rows.map((one) => judge(one, map))
  return {
    ...{ task: 'relations', ...metricsOf(judged) },
    lang: byLanguage(judged, ({ lang }) => lang, metricsOf),
    ...{ seconds: (performance.now() - started) / 1_000, encoder: null, version: options.version },
  }
}

function judge({ text, lang, relations }: z.output<typeof row>, map: LabelMap): Judged {
  const names: KnownName[] = relations.flatMap(({ head, tail }) =>
    [head, tail].map((name) => ({ name, kind: 'topic' as const })),
  )
  const truth = relations.filter((one) => one.relation !== UNRELATED)
  const found = extractRelations(text, { people: [], names, at: WRITTEN_AT }).flatMap(({ type, from, to }) => {
    const name = mappedLabel(map, type)
    return name === null ? [] : [{ head: from.name, tail: to.name, relation: name }]
  })
  return {
    lang: lang ?? detectLanguage(text),
    truth: truth.map((one) => keyOf(one.head, one.relation, one.tail)),
    found: found.map((one) => keyOf(one.head, one.relation, one.tail)),
    truePairs: truth.map(({ head, tail }) => pairOf(head, tail)),
    foundPairs: found.map(({ head, tail }) => pairOf(head, tail)),
  }
}

const keyOf = (...parts: readonly string[]): string => parts.map(nameKey).join('\n')
const pairOf = (one: string, other: string): string => keyOf(...[one, other].toSorted())

function metricsOf(judged: readonly Judged[]): RelationMetrics {
  const sum = (count: (one: Judged) => number) => judged.reduce((total, one) => total + count(one), 0)
  const [truth, found] = [sum((one) => one.truth.length), sum((one) => one.found.length)]
  const right = sum((one) => one.found.filter((key) => one.truth.includes(key)).length)
  const paired = sum((one) => one.truePairs.filter((pair) => one.foundPairs.includes(pair)).length)
  return {
    n: judged.length,
    pairRecall: paired / Math.max(1, truth),
    f1: (2 * right) / Math.max(1, truth + found),
    precision: right / Math.max(1, found),
    recall: right / Math.max(1, truth),
  }
}
