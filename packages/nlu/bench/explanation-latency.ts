/**
 * How long "Why?" takes: `explainIntent` with the shipped intents and the encoder in its child process, on messages of at
 * most 30 tokens that were not read before; wanted: under 300 ms.
 *
 *   node tools/bench-understanding.js explanation-latency [rounds]
 */
import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import {
  createMatrixProduct,
  defaultModelDirectory,
  type Encoder,
  ensureModel,
  startEncoderProcess,
} from '@parley/inference'
import { explainIntent, loadPack, openPack } from '../src/index'

const TEXTS = [
  '请帮我订一间明天下午三点的会议室，十个人左右',
  '我下周一到周三想请年假，麻烦审批一下',
  '打印机又坏了，连不上公司的网络，谁能来看看',
  '上个月去上海出差的机票和酒店还没有报销',
  '这个版本的发布进度怎么样了，周五能上线吗',
  '请把发布清单分配给王伟，周五前完成',
  'could somebody please book the big meeting room for tomorrow at three',
  'how many days of annual leave can I carry over into next year',
  'the printer on the second floor does not print any more since this morning',
  'please order two copies of the handbook for our new colleagues',
  'I need access to the customer database before the review on Friday',
  'remind me on Thursday evening to send the report to the finance team',
]

const [rounds = '3'] = process.argv.slice(2)
const directory = process.env.PARLEY_MODEL_DIR || defaultModelDirectory()
const modelPath = await ensureModel({ directory })
const encoder = await startEncoderProcess({ entryPath: resolve('dist/encoder-child.js'), modelPath, cacheBytes: 0 })
const product = createMatrixProduct()
const classifier = await openPack(loadPack(), { directory: join(directory, 'intents'), encoder, product })

interface Timing {
  readonly totalMs: number
  readonly encoderMs: number
  readonly texts: number
  readonly tokens: number
  readonly requests: number
}

async function explainTimed(text: string): Promise<Timing> {
  let [encoderMs, texts, tokens, requests] = [0, 0, 0, 0]
  const timed: Pick<Encoder, 'id' | 'encode'> = {
    id: encoder.id,
    encode: async (wanted, options) => {
      const start = performance.now()
      const encodings = await encoder.encode(wanted, options)
      encoderMs += performance.now() - start
      texts += wanted.length
      tokens += encodings.reduce((sum, { tokenCount }) => sum + tokenCount, 0)
      requests += 1
      return encodings
    },
  }
  const start = performance.now()
  await explainIntent(text, { encoder: timed, classifier })
  return { totalMs: performance.now() - start, encoderMs, texts, tokens, requests }
}

/** Of the encoder's process and this one, in milliseconds: what other programs on the machine do not lengthen. */
function processorMs(): { readonly encoder: number; readonly heads: number } {
  const fields = readFileSync(`/proc/${encoder.pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  const { user, system } = process.cpuUsage()
  // Clock ticks of a hundredth of a second: user and system time.
  return { encoder: 10 * (Number(fields[11]) + Number(fields[12])), heads: (user + system) / 1000 }
}

const timings: Timing[] = []
for (const text of TEXTS.slice(0, 3)) await explainTimed(text)
const before = processorMs()
for (let round = 0; round < Number(rounds); round++) for (const text of TEXTS) timings.push(await explainTimed(text))

const quantile = (name: keyof Timing, share: number): number => {
  const sorted = timings.map((timing) => timing[name]).toSorted((one, other) => one - other)
  return Number((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1))
}
const after = processorMs()
const each = (total: number): number => Number((total / timings.length).toFixed(1))
console.log(
  JSON.stringify({
    load: Number(loadavg()[0]?.toFixed(1)),
    messages: timings.length,
    p50Ms: quantile('totalMs', 0.5),
    p95Ms: quantile('totalMs', 0.95),
    ofItEncoderP50Ms: quantile('encoderMs', 0.5),
    processorMs: { encoder: each(after.encoder - before.encoder), heads: each(after.heads - before.heads) },
    textsP50: quantile('texts', 0.5),
    tokensP50: quantile('tokens', 0.5),
    requestsP50: quantile('requests', 0.5),
  }),
)
await encoder.close()
await product.close()
