import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Encoder } from '@parley/inference'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isWithoutModel, openTestEncoder } from '../../testing/test-encoder'
import { LIKENESS_MODELS, type LikenessModel } from './question-likeness'
import { sketchVectors } from './question-sketch'
import { type JudgedQuestion, pairsOf, type QuestionGroup, ratesAt, trainLikeness } from './train-likeness'

/**
 * `UPDATE_LIKENESS_MODEL=1 npx vitest run --project quality packages/knowledge/src/curated` trains the shipped model.
 * Rates are those of families that the model that judges them has not seen: it is trained on one half and judges the
 * other, both ways.
 */
const MODEL_FILE = fileURLToPath(new URL('./likeness-model.json', import.meta.url))

const readGroups = (name: string): QuestionGroup[] =>
  readFileSync(new URL(`../../data/likeness/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

/** What colleagues ask each other, and what customers ask of accounts, payments, loans and deliveries. */
const colleagues = readGroups('colleagues')
const groups = [...colleagues, ...readGroups('customers')]

describe.skipIf(isWithoutModel)('questions that ask for the same', () => {
  let encoder: Encoder
  const held: Record<'hybrid' | 'lexical', JudgedQuestion[]> = { hybrid: [], lexical: [] }
  beforeAll(async () => {
    encoder = await openTestEncoder()
    const texts = groups.flatMap(({ zh, en }) => [...zh, ...en])
    const vectors = await sketchVectors(texts, encoder)
    const vectorOf = new Map(texts.map((text, at) => [text, vectors[at]!]))
    // By words alone what customers ask cannot be told apart: nothing would ever be surely enough the same.
    const pairs = { hybrid: pairsOf(groups, vectorOf), lexical: pairsOf(colleagues, new Map()) }
    const trained: Partial<Record<'hybrid' | 'lexical', LikenessModel>> = {}
    for (const kind of ['hybrid', 'lexical'] as const) {
      const { model, judged } = trainLikeness(pairs[kind])
      trained[kind] = model
      held[kind] = judged
    }
    if (process.env.UPDATE_LIKENESS_MODEL === '1') await writeFile(MODEL_FILE, `${JSON.stringify(trained, null, 2)}\n`)
  }, 300_000)
  afterAll(() => encoder?.close())

  it('are told from those that ask for something near', () => {
    for (const kind of ['hybrid', 'lexical'] as const) {
      const { same, akin } = LIKENESS_MODELS[kind]
      for (const language of ['zh', 'en'] as const) {
        const some = held[kind].filter((one) => one.language === language)
        console.info(kind, language, 'same', ratesAt(some, same), 'akin', ratesAt(some, akin))
      }
    }
    const { precision, recall } = ratesAt(held.hybrid, LIKENESS_MODELS.hybrid.same)
    expect(precision).toBeGreaterThanOrEqual(0.94)
    expect(recall).toBeGreaterThanOrEqual(0.18)
  })
})
