import { z } from 'zod'
import { EvaluationInputError } from './evaluation-input-error'
import type { Grades } from './ranking-metrics'
import { readJsonl, readText } from './read-jsonl'

const id = z.string().min(1)

const corpusRow = z.object({ id, title: z.string().default(''), text: z.string() })

/** A corpus file: JSONL `{id,title,text}`. */
export type CorpusDocument = z.output<typeof corpusRow>

export async function readCorpus(file: string): Promise<CorpusDocument[]> {
  return readJsonl(file, corpusRow)
}

const queryRow = z.object({
  id,
  text: z.string().min(1),
  answers: z.array(z.object({ text: z.string().min(1), doc: z.string().optional() })).optional(),
  about: z.string().nullish(),
  lang: z.string().optional(),
})

/** A query file: JSONL `{id,text}`, for answers also `answers` (empty: unanswerable) and `about`. */
export type CorpusQuery = z.output<typeof queryRow>

const searchRow = queryRow.pick({ id: true, text: true, lang: true })

/** A query of which only the words are looked at: what else its row holds may have any form. */
export type SearchQuery = z.output<typeof searchRow>

export async function readSearches(file: string): Promise<SearchQuery[]> {
  return readJsonl(file, searchRow)
}

export async function readQueries(file: string): Promise<CorpusQuery[]> {
  return readJsonl(file, queryRow)
}

/**
 * A relevance file: TSV `query doc grade`, with or without a head line.
 *
 * @throws EvaluationInputError naming file, line and field.
 */
export async function readQrels(file: string): Promise<Map<string, Grades>> {
  const byQuery = new Map<string, Map<string, number>>()
  const lines = (await readText(file)).split('\n')
  lines.forEach((line, at) => {
    if (line.trim() === '' || (at === 0 && /\t(?:relevance|grade|score)\s*$/i.test(line))) return
    const { query, document, grade } = readQrel(line, file, at + 1)
    byQuery.set(query, (byQuery.get(query) ?? new Map<string, number>()).set(document, grade))
  })
  if (byQuery.size === 0) throw new EvaluationInputError({ file }, 'holds no rows', 'no-rows')
  return byQuery
}

function readQrel(line: string, file: string, number: number): { query: string; document: string; grade: number } {
  const [query, document, grade] = line.trimEnd().split('\t')
  if (!query) throw new EvaluationInputError({ file, line: number, field: 'query' }, 'is missing', 'missing')
  if (!document) throw new EvaluationInputError({ file, line: number, field: 'doc' }, 'is missing', 'missing')
  const value = Number(grade)
  if (!grade || !Number.isFinite(value)) {
    throw new EvaluationInputError({ file, line: number, field: 'grade' }, 'is not a number', 'misfit')
  }
  return { query, document, grade: value }
}
