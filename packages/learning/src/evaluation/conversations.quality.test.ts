import { mkdtemp } from 'node:fs/promises'
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
import { loadPack, openPack } from '@parley/nlu'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evaluateConversations } from './conversations'

/** Share of turns, by file and language, that must do all that is expected of them. */
const LEAST = { 'workplace.jsonl': 0.95, 'workplace-held.jsonl': 0.93 } as const

const dataFile = (name: string) => fileURLToPath(new URL(`../../data/conversations/${name}`, import.meta.url))

async function openTestEncoder(): Promise<Encoder> {
  const modelPath = await ensureModel({ directory: process.env.PARLEY_MODEL_DIR || defaultModelDirectory() })
  return openCachedEncoder(await openEncoder({ modelPath }), join(tmpdir(), 'parley-feature-cache'))
}

describe.skipIf(process.env.PARLEY_TEST_WITHOUT_MODEL === '1')('the assistant in conversation', () => {
  let encoder: Encoder

  beforeAll(async () => {
    encoder = await openTestEncoder()
  }, 600_000)
  afterAll(() => encoder.close())

  it('does what is expected, in both languages', { timeout: 600_000 }, async () => {
    const directory = await mkdtemp(join(tmpdir(), 'parley-pack-'))
    const classifier = await openPack(loadPack(), { encoder, product: createMatrixProduct(), directory })
    for (const [name, least] of Object.entries(LEAST)) {
      const { lang, failures } = await evaluateConversations({ test: dataFile(name), encoder, classifier })
      for (const { turnAccuracy } of Object.values(lang)) {
        expect(turnAccuracy, JSON.stringify(failures, null, 2)).toBeGreaterThanOrEqual(least)
      }
    }
  })
})
