import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { bundlePrograms } from './build/bundle.js'
import { ensureBuilt } from './build.js'
import { inRepository, isStartedDirectly, ReadableError, runCommand } from './repository.js'

/** What is measured of understanding, each by a program of its own. */
const benches = {
  'explanation-latency': 'packages/nlu/bench/explanation-latency.ts',
}

/** Builds one bench and runs it: `node tools/bench-understanding.js explanation-latency [its arguments]`. */
export async function benchUnderstanding([name, ...rest]) {
  const entry = benches[name]
  if (!entry) throw new ReadableError(`name one of: ${Object.keys(benches).join(', ')}`)
  await ensureBuilt(['programs'])
  await bundlePrograms(inRepository('dist', 'bench'), { [name]: entry })
  const program = inRepository('dist', 'bench', `${name}.js`)
  const child = spawn(process.execPath, [program, ...rest], { cwd: inRepository(), stdio: 'inherit' })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new ReadableError(`${name} failed`)
}

if (isStartedDirectly(import.meta.url)) await runCommand(() => benchUnderstanding(process.argv.slice(2)))
