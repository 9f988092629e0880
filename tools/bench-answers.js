import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { bundlePrograms } from './build/bundle.js'
import { ensureBuilt } from './build.js'
import { inRepository, isStartedDirectly, ReadableError, runCommand } from './repository.js'

/**
 * `npm run bench:answers -- [--passages 5000,50000,500000] [--peer-up-to 50000]` prints a line of JSON for each size: from
 * a question to its answer by words and by both, search alone by words, by meaning and by both, memory beside the texts, and
 * MiniSearch over the same texts. The peer takes some ten kilobytes a passage: beyond 50,000 it does not fit beside the rest.
 */
export async function benchAnswers({ passages, peerUpTo }) {
  await ensureBuilt(['programs'])
  await bundlePrograms(inRepository('dist', 'bench'), { answers: 'packages/knowledge/bench/answers.ts' })
  const parameters = [
    '--expose-gc',
    '--max-old-space-size=8000',
    inRepository('dist', 'bench', 'answers.js'),
    passages,
    peerUpTo,
  ]
  const child = spawn(process.execPath, parameters, { cwd: inRepository(), stdio: 'inherit' })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new ReadableError('the measurement failed')
}

if (isStartedDirectly(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      passages: { type: 'string', default: '5000,50000,500000' },
      'peer-up-to': { type: 'string', default: '50000' },
    },
  })
  await runCommand(() => benchAnswers({ passages: values.passages, peerUpTo: values['peer-up-to'] }))
}
