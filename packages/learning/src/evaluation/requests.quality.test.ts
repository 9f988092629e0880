import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  createMatrixProduct,
  defaultModelDirectory,
  type Encoder,
  ensureModel,
  type MatrixProduct,
  openCachedEncoder,
  openEncoder,
} from '@parley/inference'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evaluateRequests } from './requests'

/** Sentences of letters about other things than the pack speaks of; written after it, and not worked with. */
const LETTERS = fileURLToPath(new URL('../../data/requests/letters.jsonl', import.meta.url))

describe.skipIf(process.env.PARLEY_TEST_WITHOUT_MODEL === '1')('requests in letters', () => {
  let encoder: Encoder
  let product: MatrixProduct

  beforeAll(async () => {
    const modelPath = await ensureModel({ directory: process.env.PARLEY_MODEL_DIR || defaultModelDirectory() })
    encoder = await openCachedEncoder(await openEncoder({ modelPath }), join(tmpdir(), 'parley-feature-cache'))
    product = createMatrixProduct()
  }, 300_000)
  afterAll(async () => {
    await product.close()
    await encoder.close()
  })

  it('are found by the shipped head, in both languages', async () => {
    const { f1, precision, recall, lang } = await evaluateRequests({ test: LETTERS, encoder, product })
    console.info({ f1, precision, recall, lang })
    for (const scores of Object.values(lang)) expect(scores?.f1).toBeGreaterThanOrEqual(0.85)
  }, 300_000)
})
