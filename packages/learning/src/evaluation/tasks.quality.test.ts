import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  createMatrixProduct,
  defaultModelDirectory,
  type Encoder,
  ensureModel,
  openCachedEncoder,
  openEncoder,
} from '@parley/inference'
import { createUnderstander, loadPack, loadRequestPack, openPack, recognise, type Understander } from '@parley/nlu'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evaluateTasks } from './tasks'

/** Least F1 by file, in each language: what these seen sets give now, less what a small change may cost. */
const LEAST: Readonly<Record<string, number>> = {
  'workplace-held': 0.95,
  'workplace-wide': 0.95,
  'fresh-a': 0.78,
  'fresh-b': 0.82,
  'fresh-c': 0.78,
  'fresh-d': 0.82,
  'fresh-e': 0.78,
  'fresh-f': 0.78,
  'fresh-g': 0.85,
  'fresh-h': 0.8,
}
const MOST_FALSE = 0.05

const dataFile = (name: string) => fileURLToPath(new URL(`../../data/tasks/${name}.jsonl`, import.meta.url))

describe.skipIf(process.env.PARLEY_TEST_WITHOUT_MODEL === '1')('tasks found with the encoder', () => {
  let directory: string
  let encoder: Encoder
  let understand: Understander['understand']

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'parley-tasks-'))
    const modelPath = await ensureModel({ directory: process.env.PARLEY_MODEL_DIR || defaultModelDirectory() })
    encoder = await openCachedEncoder(await openEncoder({ modelPath }), join(tmpdir(), 'parley-feature-cache'))
    const product = createMatrixProduct()
    const classifier = await openPack(loadPack(), { encoder, product, directory })
    const requests = await openPack(loadRequestPack(), { encoder, product, directory })
    await product.close()
    understand = createUnderstander({ encoder, classifier, requests, recognise }).understand
  }, 600_000)
  afterAll(async () => {
    await encoder.close()
    await rm(directory, { recursive: true })
  })

  it.each(Object.entries(LEAST))('finds the tasks of %s, in both languages', async (name, least) => {
    const { lang, falseTasks, failures } = await evaluateTasks({ test: dataFile(name), understand })
    expect(Object.keys(lang).toSorted()).toEqual(['en', 'zh'])
    for (const { f1 } of Object.values(lang))
      expect(f1, JSON.stringify(failures, null, 2)).toBeGreaterThanOrEqual(least)
    expect(falseTasks).toBeLessThanOrEqual(MOST_FALSE)
  })

  it('finds far more in fresh phrasing than rules alone', async () => {
    const test = dataFile('fresh-a')
    const [withHead, byRules] = [await evaluateTasks({ test, understand }), await evaluateTasks({ test })]
    expect(withHead.recall).toBeGreaterThan(byRules.recall + 0.2)
  })
})
