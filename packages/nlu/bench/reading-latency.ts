/**
 * How long one message takes to be understood, against one bare pass of the encoder over its text, each in turn, with the
 * shipped heads and the encoder in its child process; wanted: at half of the messages at most 1.5 times the bare pass.
 *
 *   node tools/bench-understanding.js reading-latency [rounds]
 */
import { loadavg } from 'node:os'
import { resolve } from 'node:path'
import { createMatrixProduct, defaultModelDirectory, ensureModel, startEncoderProcess } from '@parley/inference'
import { encodeMessages, missingHeads, openKeptHeads, recognise, trainHead, understandEncoded } from '../src/index'

const TEXTS = [
  '请帮我订一间明天下午三点的会议室，十个人左右',
  '打印机又坏了，连不上公司的网络，谁能来看看',
  '上个月去上海出差的机票和酒店还没有报销',
  '这个版本的发布进度怎么样了？周五能上线吗？',
  '请把发布清单分配给王伟，周五前完成',
  '好的，我今天下班之前发给你',
  'could somebody please book the big meeting room for tomorrow at three',
  'how many days of annual leave can I carry over into next year',
  'The printer on the second floor is broken again. Can anybody have a look?',
  'please order two copies of the handbook, and tell Li Na when they are here',
  'I need access to the customer database before the review on Friday',
  'sounds good, I will send the report to the finance team tonight',
]

const [rounds = '10'] = process.argv.slice(2)
const directory = process.env.PARLEY_MODEL_DIR || defaultModelDirectory()
const modelPath = await ensureModel({ directory })
const encoder = await startEncoderProcess({ entryPath: resolve('dist/encoder-child.js'), modelPath, cacheBytes: 0 })
const heads = await openHeads()
const situation = { directory: [], now: new Date().toISOString(), timeZone: 'Asia/Shanghai', speakerId: 'u' }

interface Timing {
  readonly bareMs: number
  readonly totalMs: number
  readonly headsMs: number
}

async function timed(text: string): Promise<Timing> {
  const before = performance.now()
  await encoder.encode([text], { purpose: 'query' })
  const start = performance.now()
  const [encoding = null] = await encodeMessages(encoder, [text], {})
  const encoded = performance.now()
  understandEncoded(text, situation, encoding, { ...heads, recognise })
  const end = performance.now()
  return { bareMs: start - before, totalMs: end - start, headsMs: end - encoded }
}

async function openHeads() {
  const kept = { directory: `${directory}/intents`, encoder }
  const product = createMatrixProduct()
  const { needed, further } = await missingHeads(kept)
  for (const name of [...needed, ...further]) await trainHead(name, { ...kept, encoder, product })
  await product.close()
  const opened = await openKeptHeads(kept)
  if (!opened) throw new Error('the trained heads cannot be read')
  return opened
}

for (const text of [...TEXTS, ...TEXTS]) await timed(text)
const timings: Timing[] = []
for (let round = 0; round < Number(rounds); round++) for (const text of TEXTS) timings.push(await timed(text))

const quantile = (name: keyof Timing, share: number): number => {
  const sorted = timings.map((timing) => timing[name]).toSorted((one, other) => one - other)
  return Number((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(2))
}
console.log(
  JSON.stringify({
    load: Number(loadavg()[0]?.toFixed(1)),
    messages: timings.length,
    bareP50Ms: quantile('bareMs', 0.5),
    p50Ms: quantile('totalMs', 0.5),
    p95Ms: quantile('totalMs', 0.95),
    ratioOfP50: Number((quantile('totalMs', 0.5) / quantile('bareMs', 0.5)).toFixed(2)),
    ofItHeadsP50Ms: quantile('headsMs', 0.5),
    ofItHeadsP95Ms: quantile('headsMs', 0.95),
  }),
)
await encoder.close()
