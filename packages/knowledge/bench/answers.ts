/**
 * How long a question takes to be answered as the documents grow: `tools/bench-answers.js` bundles and runs it and says
 * what it prints. The texts are the handbook's sentences put together anew, see `recombined-corpus.ts`.
 */
import { loadavg } from 'node:os'
import { resolve } from 'node:path'
import { defaultModelDirectory, type Encoder, ensureModel, startEncoderProcess } from '@parley/inference'
import { searchTerms } from '@parley/text'
import MiniSearch from 'minisearch'
import { createAnswerer } from '../src/answer'
import type { SourceDocument } from '../src/answer-types'
import { encodeSegment, readDocument } from '../src/document-segment'
import { createHybridIndex, type HybridIndex } from '../src/hybrid-index'
import { embeddingText, passageTerms } from '../src/passage-terms'
import type { RetrievalMode } from '../src/search-types'
import { type UnitVectors, vectorsInMemory } from '../src/unit-vectors'
import { vectorCode } from '../src/vector-code'
import { readHandbook } from '../testing/read-handbook'
import { type CorpusRecipe, recombine, type Written } from './recombined-corpus'

const [sizes = '5000,50000', peerUpTo = '50000'] = process.argv.slice(2)
const WARM_UP = 10
const QUESTIONS = 60
/** Documents whose indexing is measured. */
const INDEXED = 12

const directory = process.env.PARLEY_MODEL_DIR || defaultModelDirectory()
const modelPath = await ensureModel({ directory })
const encoder = await startEncoderProcess({ entryPath: resolve('dist/encoder-child.js'), modelPath, cacheBytes: 0 })
const { documents, questions } = await readHandbook(resolve('packages/knowledge/data'))
const every = Math.floor(questions.length / QUESTIONS)
const asked = questions.filter((_, at) => at % every === 0).map(({ text }) => text)
const recipe = await writeRecipe(documents, encoder)
const handbook = await Promise.all(documents.map((document) => encodeSegment(readDocument(document), encoder)))

console.log(JSON.stringify({ indexing: await measureIndexing(documents.slice(0, INDEXED), encoder) }))
for (const size of sizes.split(',').map(Number)) console.log(JSON.stringify(await measure(size)))
await encoder.close()

async function writeRecipe(written: readonly SourceDocument[], reader: Encoder): Promise<CorpusRecipe> {
  const sentences: { zh: Written[]; en: Written[] } = { zh: [], en: [] }
  const titles: { zh: string[]; en: string[] } = { zh: [], en: [] }
  for (const document of written) {
    const { plainText, passages, title } = readDocument(document)
    titles[passages[0]!.language].push(title)
    const units = passages.flatMap((passage) => passage.units.map((unit) => ({ ...unit, language: passage.language })))
    const texts = units.map(({ start, end }) => plainText.slice(start, end))
    const encodings = await reader.encode(texts, { purpose: 'passage', priority: 'background' })
    encodings.forEach(({ sentence }, at) => {
      const text = texts[at]!
      const terms = [...passageTerms('', { headingPath: [], text })]
      sentences[units[at]!.language].push({ text, terms, vector: sentence })
    })
  }
  return { encoderId: reader.id, code: vectorCode(reader.id, reader.hiddenSize), titles, sentences }
}

/** Texts a second, of documents as they are taken in and of the encoder alone; in turn, the better of two. */
async function measureIndexing(written: readonly SourceDocument[], reader: Encoder) {
  const rates = { indexing: 0, bare: 0 }
  for (const round of [1, 2]) {
    const fresh = written.map((document) => ({ ...document, title: `${document.title} ${round}` }))
    const texts = fresh
      .map(readDocument)
      .flatMap(({ title, plainText, passages }) =>
        passages.flatMap((passage) =>
          [passage, ...passage.units].map(({ start, end }) =>
            embeddingText(title, { headingPath: passage.headingPath, text: plainText.slice(start, end) }),
          ),
        ),
      )
    const bareSeconds = await seconds(() => reader.encode(texts, { purpose: 'passage', priority: 'background' }))
    const indexingSeconds = await seconds(async () => {
      for (const document of fresh) await encodeSegment(readDocument(document), reader)
    })
    rates.bare = Math.max(rates.bare, texts.length / bareSeconds)
    rates.indexing = Math.max(rates.indexing, texts.length / indexingSeconds)
  }
  const { indexing, bare } = rates
  return { textsASecond: round(indexing), bareTextsASecond: round(bare), share: round(indexing / bare, 2) }
}

async function measure(passages: number) {
  globalThis.gc?.()
  const before = memory()
  const index = createHybridIndex({ encoder, unitVectors: computedVectors(recipe) })
  let textBytes = 0
  const buildSeconds = await seconds(async () => {
    for (let number = 0; index.passageCount < passages; number++) {
      const segment = recombine(number, recipe)
      index.importDocument(segment)
      textBytes += bytesOf(segment.plainText)
    }
    for (const segment of handbook) index.importDocument(segment)
  })
  globalThis.gc?.()
  const bytes = (memory() - before - textBytes) / index.passageCount
  const byWords = createAnswerer({ index, encoder: null })
  const answerer = createAnswerer({ index, encoder })
  const mayRead = () => true
  return {
    passages: index.passageCount,
    load: round(loadavg()[0]!, 1),
    buildSeconds: round(buildSeconds, 1),
    bytesAPassage: round(bytes),
    ofItIndex: round(index.size / index.passageCount),
    searchLexical: await timesOf((text) => search(index, text, 'lexical')),
    searchDense: await timesOf((text) => search(index, text, 'dense')),
    searchHybrid: await timesOf((text) => search(index, text, 'hybrid')),
    answerByWords: await timesOf((question) => byWords.answer({ question, mayRead })),
    answer: await timesOf((question) => answerer.answer({ question, mayRead })),
    ...(passages <= Number(peerUpTo) && { miniSearch: await measurePeer(passages) }),
  }
}

function search(index: HybridIndex, text: string, mode: RetrievalMode) {
  return index.search({ text, mode, mayRead: () => true })
}

/** The vectors of sentences, which a server reads from its database: of what was put together they are computed anew. */
function computedVectors(ofRecipe: CorpusRecipe): UnitVectors {
  const written = vectorsInMemory()
  return {
    get size() {
      return written.size
    },
    keep: (segment) => (segment.documentId.startsWith('generated-') ? undefined : written.keep(segment)),
    forget: () => undefined,
    read: async (places) => {
      const generated = vectorsInMemory()
      for (const id of new Set(places.map(({ documentId }) => documentId))) {
        const number = /^generated-(\d+)$/.exec(id)?.[1]
        if (number) generated.keep(recombine(Number(number), ofRecipe))
      }
      const read = await Promise.all([generated.read(places), written.read(places)])
      return places.map((_, at) => read[0][at] ?? read[1][at])
    },
  }
}

/** MiniSearch over the same texts by the same words: what a JavaScript program would take for lexical search. */
async function measurePeer(passages: number) {
  globalThis.gc?.()
  const before = memory()
  const peer = new MiniSearch<{ id: string; text: string }>({
    fields: ['text'],
    tokenize: searchTerms,
    processTerm: (term) => term,
  })
  for (let number = 0; peer.documentCount < passages; number++) {
    const { documentId, title, plainText, passages: cut } = recombine(number, recipe)
    peer.addAll(
      cut.map(({ start, end }, at) => ({
        id: `${documentId}#${at}`,
        text: `${title}\n${plainText.slice(start, end)}`,
      })),
    )
  }
  globalThis.gc?.()
  const bytesAPassage = round((memory() - before) / passages)
  return { bytesAPassage, search: await timesOf(async (text) => peer.search(text).slice(0, 10)) }
}

async function timesOf(act: (question: string) => Promise<unknown>) {
  for (const question of asked.slice(0, WARM_UP)) await act(question)
  const spent: number[] = []
  for (const question of asked) spent.push(1_000 * (await seconds(() => act(question))))
  spent.sort((a, b) => a - b)
  const at = (share: number) => round(spent[Math.min(spent.length - 1, Math.floor(spent.length * share))]!, 1)
  return { p50: at(0.5), p95: at(0.95) }
}

async function seconds(act: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await act()
  return (performance.now() - startedAt) / 1_000
}

function memory(): number {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** V8 keeps a text of Latin letters in a byte each, any other in two. */
function bytesOf(text: string): number {
  return (/^[\0-\xff]*$/.test(text) ? 1 : 2) * text.length
}

function round(value: number, digits = 0): number {
  return Number(value.toFixed(digits))
}
