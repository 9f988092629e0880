import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { ReadableError } from '../repository.js'

const run = promisify(execFile)
/** Connecting a thousand members and draining what is under way come on top of the measured time. */
const patienceMs = 120_000

/**
 * Makes a load generator ready: a program, or a folder of Go sources that are built.
 * Its flags are those of `-proto`, `-addr`, `-n`, `-senders`, `-window`, `-rate`, `-dur`, `-pids`, `-state`, `-out`.
 * @param {string} place
 * @param {string[]} launcher what it is started with, such as `taskset -c 1`
 */
export async function openLoadGenerator(place, launcher) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parley-bench-'))
  const close = () => rm(folder, { recursive: true, force: true })
  try {
    const program = (await stat(place)).isDirectory() ? await build(place, folder) : path.resolve(place)
    return { measure: (load) => measure([...launcher, program], folder, load), folder, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function build(sources, folder) {
  const program = path.join(folder, 'load-generator')
  await run('go', ['build', '-o', program, '.'], { cwd: sources }).catch((error) => {
    throw new ReadableError(`the load generator in ${sources} cannot be built: ${error.stderr || error.message}`)
  })
  return program
}

/** One closed-loop run; answers the generator's own figures. */
async function measure([program, ...parameters], folder, load) {
  const report = path.join(folder, 'figures.jsonl')
  await rm(report, { force: true })
  const flags = { ...flagsOf(load), out: report }
  const given = Object.entries(flags).flatMap(([name, value]) => [`-${name}`, String(value)])
  const { stderr } = await run(program, [...parameters, ...given], {
    timeout: patienceMs + load.seconds * 1000,
  }).catch((error) => {
    throw new ReadableError(`the load generator failed: ${error.stderr || error.message}`)
  })
  if (stderr) process.stderr.write(stderr)
  return JSON.parse(await readFile(report, 'utf8'))
}

const flagsOf = ({ protocol, address, members, senders, window, seconds, pids, stateFile }) => ({
  proto: protocol,
  addr: address,
  n: members,
  senders: Math.min(senders, members),
  window,
  rate: 0,
  dur: `${seconds}s`,
  pids: pids.join(','),
  ...(stateFile && { state: stateFile }),
})
