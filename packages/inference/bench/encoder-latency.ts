/**
 * What the child process, its queue and the transport add to a bare session call on the same tokens. The two are
 * alternated, so that a busy machine slows both; wanted: a ratio of medians of at most 1.5.
 *
 *   npm run build
 *   npx esbuild packages/inference/bench/encoder-latency.ts --bundle --platform=node --format=esm \
 *     --packages=external --outfile=dist/bench/encoder-latency.mjs
 *   node dist/bench/encoder-latency.mjs dist/encoder-child.js [rounds]
 */
import { dirname, resolve } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { ensureGraph } from '../src/build-graph'
import { readE5Layout } from '../src/e5s1-file'
import { startEncoderProcess } from '../src/encoder-process'
import { openEncoderSession } from '../src/encoder-session'
import { BUILT_IN_MODEL } from '../src/model-source'
import { defaultModelDirectory, ensureModel } from '../src/model-store'
import { createUnigramTokenizer } from '../src/unigram-tokenizer'

const TEXTS = [
  '请把发布清单分配给王伟，周五前完成',
  'How many vacation days can I carry over?',
  '下周三下午三点开项目评审会',
  'Could you order two copies of the handbook for the new colleagues?',
]

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!
const rounded = (value: number): number => Number(value.toFixed(2))

const [entryPath = 'dist/encoder-child.js', rounds = '100'] = process.argv.slice(2)
const modelPath = await ensureModel({ directory: process.env.PARLEY_MODEL_DIR || defaultModelDirectory() })
const { header, vocabulary } = await readE5Layout(modelPath)
const tokenizer = createUnigramTokenizer(vocabulary)
const graphPath = await ensureGraph({
  weightsPath: modelPath,
  sha256: BUILT_IN_MODEL.sha256,
  directory: dirname(modelPath),
})
const session = await openEncoderSession(graphPath, header.hiddenSize)
const child = await startEncoderProcess({ entryPath: resolve(entryPath), modelPath, cacheBytes: 0 })

const bare: number[] = []
const throughChild: number[] = []
for (let round = -10; round < Number(rounds); round++) {
  const text = TEXTS[(round + 10) % TEXTS.length]!
  const { ids } = tokenizer.tokenise(`query: ${text}`, header.maxPositions)
  const bareMs = await timeOf(() => session.run([{ ids, parts: [] }], false))
  const childMs = await timeOf(() => child.encode([text], { purpose: 'query' }))
  // The first rounds warm both up.
  if (round < 0) continue
  bare.push(bareMs)
  throughChild.push(childMs)
}

const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()
const passages = Array.from({ length: 300 }, (_, index) => `${index} ${TEXTS.join(' ')}`)
const batchMs = await timeOf(() => child.encode(passages, { purpose: 'passage', priority: 'background' }))
delay.disable()

console.log(
  JSON.stringify({
    bareP50Ms: rounded(median(bare)),
    childP50Ms: rounded(median(throughChild)),
    ratio: rounded(median(throughChild) / median(bare)),
    backgroundMsAText: rounded(batchMs / passages.length),
    longestEventLoopDelayMs: rounded(delay.max / 1e6),
  }),
)
await child.close()
await session.close()
