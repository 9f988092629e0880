import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { benchFlood } from './bench/flood.js'
import { bundlePrograms } from './build/bundle.js'
import { ensureBuilt } from './build.js'
import { inRepository, isStartedDirectly, ReadableError, runCommand } from './repository.js'

/** Programs that measure understanding. */
const programs = {
  'explanation-latency': 'packages/nlu/bench/explanation-latency.ts',
  'reading-latency': 'packages/nlu/bench/reading-latency.ts',
  'bare-rate': 'packages/nlu/bench/bare-rate.ts',
}

const measures = {
  /** `explanation-latency [rounds]`: how long "Why?" takes. */
  'explanation-latency': ([rounds = '3']) => run('explanation-latency', [rounds]),
  /** `reading-latency [rounds]`: how long one message takes to be understood, against a bare pass of the encoder. */
  'reading-latency': ([rounds = '10']) => run('reading-latency', [rounds]),
  /** `flood [messages]`: how fast a flood is understood, against the encoder's bare rate. */
  flood: async ([count = '1000']) => {
    process.stdout.write(`${JSON.stringify(await benchFlood(Number(count), built('bare-rate')))}\n`)
  },
}

/** `node tools/bench-understanding.js <measure> [its arguments]` prints a line of JSON. */
export async function benchUnderstanding([name, ...rest]) {
  const measure = measures[name]
  if (!measure) throw new ReadableError(`name one of: ${Object.keys(measures).join(', ')}`)
  await ensureBuilt(['programs'])
  await bundlePrograms(inRepository('dist', 'bench'), programs)
  await measure(rest)
}

const built = (name) => inRepository('dist', 'bench', `${name}.js`)

async function run(name, parameters) {
  const child = spawn(process.execPath, [built(name), ...parameters], { cwd: inRepository(), stdio: 'inherit' })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new ReadableError(`${name} failed`)
}

if (isStartedDirectly(import.meta.url)) await runCommand(() => benchUnderstanding(process.argv.slice(2)))
