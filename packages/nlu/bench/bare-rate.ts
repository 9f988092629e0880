/**
 * The rate at which the encoder's process computes what the texts of a flood need, when nothing else is asked of it:
 * what understanding a flood is measured against. `tools/bench-understanding.js flood` runs it and writes the texts, as a JSON
 * list, to its standard input.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { defaultModelDirectory, ensureModel, startEncoderProcess } from '@parley/inference'
import { encodeMessages } from '../src/index'

const texts = JSON.parse(readFileSync(0, 'utf8')) as string[]
const modelPath = await ensureModel({ directory: process.env.PARLEY_MODEL_DIR || defaultModelDirectory() })
const encoder = await startEncoderProcess({ entryPath: resolve('dist/encoder-child.js'), modelPath, cacheBytes: 0 })
await encodeMessages(encoder, texts.slice(0, 20), { priority: 'background' })
const startedAt = performance.now()
await encodeMessages(encoder, texts, { priority: 'background' })
const seconds = (performance.now() - startedAt) / 1000
console.log(JSON.stringify({ messagesASecond: Number((texts.length / seconds).toFixed(1)) }))
await encoder.close()
