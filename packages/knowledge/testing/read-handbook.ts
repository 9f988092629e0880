import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { SourceDocument } from '../src/answer-types'
import type { LabelledQuestion } from '../src/train-answer-model'

const MIME_TYPES: Readonly<Record<string, SourceDocument['mimeType']>> = {
  '.md': 'text/markdown',
  '.html': 'text/html',
  '.txt': 'text/plain',
}

export interface Handbook {
  readonly documents: SourceDocument[]
  readonly questions: LabelledQuestion[]
  /** Unanswerable, in words of the document they are about. */
  readonly nearMisses: LabelledQuestion[]
}

/** The documents and questions written for this package, for training and measuring. */
export async function readHandbook(directory: string): Promise<Handbook> {
  const files = (await readdir(join(directory, 'documents'))).sort()
  const documents = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(directory, 'documents', file), 'utf8')
      const mimeType = MIME_TYPES[extname(file)]
      if (!mimeType) throw new Error(`${file}: unknown kind of document`)
      return { id: file.replace(/\.\w+$/, ''), title: titleOf(text), mimeType, text }
    }),
  )
  const written = await readdir(directory)
  const nearMisses = written.includes('near-misses.jsonl')
    ? await readQuestions(join(directory, 'near-misses.jsonl'))
    : []
  return { documents, questions: await readQuestions(join(directory, 'questions.jsonl')), nearMisses }
}

async function readQuestions(file: string): Promise<LabelledQuestion[]> {
  const lines = (await readFile(file, 'utf8')).trim().split('\n')
  return lines.map((line) => JSON.parse(line) as LabelledQuestion)
}

function titleOf(text: string): string {
  const title = /<h1>(.*?)<\/h1>/.exec(text)?.[1] ?? text.split('\n')[0] ?? ''
  return title.replace(/^#+ /, '')
}
