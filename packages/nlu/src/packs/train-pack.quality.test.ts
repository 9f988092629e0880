import { createMatrixProduct, defaultModelDirectory, ensureModel, openEncoder } from '@parley/inference'
import { expect, test } from 'vitest'
import { loadPack, packExamples } from './intent-pack'
import { trainPack } from './train-pack'

/** Held out by cross-validation, so no message was seen by the model that judged it. */
const LEAST_ACCURACY = 0.86
const LEAST_REJECTED_OUT_OF_SCOPE = 0.7
const MOST_REJECTED_IN_SCOPE = 0.06

test('the shipped intents are told apart, and told from what is none of them', async () => {
  const modelPath = await ensureModel({ directory: process.env.PARLEY_MODEL_DIR ?? defaultModelDirectory() })
  const encoder = await openEncoder({ modelPath })
  const product = createMatrixProduct()
  try {
    const { pool } = (await trainPack(loadPack(), { encoder, product })).model
    expect(pool.validation.rows).toBe(packExamples(loadPack()).filter(({ intent }) => intent !== null).length)
    expect(pool.validation.accuracy).toBeGreaterThan(LEAST_ACCURACY)
    expect(pool.validation.rejectedInScope).toBeLessThan(MOST_REJECTED_IN_SCOPE)
    expect(pool.validation.rejectedOutOfScope).toBeGreaterThan(LEAST_REJECTED_OUT_OF_SCOPE)
  } finally {
    await product.close()
    await encoder.close()
  }
})
