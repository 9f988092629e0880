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
import { evaluateLabels } from './labels'

const dataFile = (name: string) => fileURLToPath(new URL(`../../data/tones/${name}.jsonl`, import.meta.url))

describe.skipIf(process.env.PARLEY_TEST_WITHOUT_MODEL === '1')('the sentiment of messages', () => {
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

  it.each([
    ['held', 0.85, 0.65],
    ['short', 0.72, 0.8],
  ])(
    'is told by the shipped head, complaints of a few words included: %s',
    async (name, accuracy, negative) => {
      const report = await evaluateLabels({
        test: dataFile(name),
        head: 'sentiment',
        encoder,
        product,
        version: 'test',
      })
      console.info(name, report.accuracy, report.byLabel)
      expect(report.accuracy).toBeGreaterThanOrEqual(accuracy)
      expect(report.byLabel.negative?.f1).toBeGreaterThanOrEqual(negative)
    },
    300_000,
  )
})
