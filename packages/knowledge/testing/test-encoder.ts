import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultModelDirectory, type Encoder, ensureModel, openCachedEncoder, openEncoder } from '@parley/inference'

/** Set on a machine that can reach no model: the tests that need one are then skipped, in plain sight. */
export const isWithoutModel = process.env.PARLEY_TEST_WITHOUT_MODEL === '1'

/** The real encoder; what it computed once is kept for the next run. */
export async function openTestEncoder(): Promise<Encoder> {
  const modelPath = await ensureModel({ directory: process.env.PARLEY_MODEL_DIR || defaultModelDirectory() })
  return openCachedEncoder(await openEncoder({ modelPath }), join(tmpdir(), 'parley-feature-cache'))
}
