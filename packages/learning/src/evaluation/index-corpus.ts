import type { Encoder } from '@parley/inference'
import { createHybridIndex, type HybridIndex, UnreadableDocumentError } from '@parley/knowledge'
import type { CorpusDocument } from './corpus-files'

export type ReportProgress = (progress: {
  readonly step: string
  readonly done: number
  readonly total: number
}) => void

/** Documents indexed at once, so that the encoder's batches are full. */
const ABREAST = 16

export interface IndexedCorpus {
  readonly index: HybridIndex
  readonly seconds: number
  /** Documents nothing could be read from: they stay in the corpus and cannot be found. */
  readonly unreadable: number
}

/** The index that the server uses, filled with a corpus. */
export async function indexCorpus(
  documents: readonly CorpusDocument[],
  encoder: Encoder | null,
  report: ReportProgress = () => undefined,
): Promise<IndexedCorpus> {
  const start = performance.now()
  const index = createHybridIndex({ encoder })
  let unreadable = 0
  for (let at = 0; at < documents.length; at += ABREAST) {
    const added = documents.slice(at, at + ABREAST).map((document) => addDocument(index, document))
    unreadable += (await Promise.all(added)).filter((isReadable) => !isReadable).length
    report({ step: 'index', done: Math.min(at + ABREAST, documents.length), total: documents.length })
  }
  return { index, seconds: (performance.now() - start) / 1000, unreadable }
}

async function addDocument(index: HybridIndex, document: CorpusDocument): Promise<boolean> {
  try {
    await index.addDocument({ ...document, mimeType: 'text/plain' })
    return true
  } catch (error) {
    if (error instanceof UnreadableDocumentError) return false
    throw error
  }
}
