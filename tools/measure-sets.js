import { execFile } from 'node:child_process'
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { ensureBuilt } from './build.js'
import { answerSets, understandingSets } from './quality/public-sets.js'
import { inRepository, isStartedDirectly, progress, ReadableError, runCommand } from './repository.js'

const run = promisify(execFile)

/** What `parley eval` prints: a report of some kilobytes, with a table for each label. */
const LONGEST_REPORT = 16_000_000

/**
 * `npm run measure -- --data <folder> [--half dev] [--only <part of a name>]` measures every public set that lies in the
 * folder, one after the other, and prints a row of Markdown for each figure. A set that is not there is said to be absent.
 */
export async function measureSets({ data, half, only }) {
  await ensureBuilt(['programs'])
  console.log('| set | measured by | n | figure | reached | wanted | |\n|---|---|---|---|---|---|---|')
  const sets = [...understandingSets, ...answerSets].filter(({ name, task }) => `eval ${task} ${name}`.includes(only))
  let failed = 0
  for (const set of sets) {
    try {
      for (const row of await measureSet(set, { data, half })) console.log(row)
    } catch (error) {
      // Hours of measuring are not lost for one set.
      failed += 1
      progress(`${set.task}: ${set.name} FAILED: ${error.message}`)
    }
  }
  if (failed > 0) throw new ReadableError(`${failed} of ${sets.length} sets could not be measured`)
}

async function measureSet(set, place) {
  const { name, task, options, figures } = set
  const missing = await firstMissing(Object.values(options).flatMap((value) => filesOf(value, place)))
  if (missing) return [`| ${name} | \`eval ${task}\` | absent: ${path.relative(place.data, missing)} | | | | |`]
  progress(`${task}: ${name} …`)
  const started = performance.now()
  const report = await evaluate(set, place)
  progress(`${task}: ${name} took ${Math.round((performance.now() - started) / 1_000)} s`)
  return Object.entries(figures).map(([figure, mark]) => rowOf(set, report, figure, mark))
}

async function evaluate({ task, options }, place) {
  const scratch = await mkdtemp(path.join(tmpdir(), 'parley-sets-'))
  try {
    const parameters = []
    for (const [option, value] of Object.entries(options)) {
      const files = filesOf(value, place)
      parameters.push(`--${option}`, files.length === 0 ? String(value) : await oneFile(files, scratch))
    }
    const program = [inRepository('bin/parley.js'), 'eval', task, ...parameters, '--json']
    return JSON.parse((await run(process.execPath, program, { maxBuffer: LONGEST_REPORT })).stdout)
  } finally {
    await rm(scratch, { recursive: true })
  }
}

/** None of what is no file. */
function filesOf(value, { data, half }) {
  const files = [value].flat().filter((one) => /\.(?:jsonl|tsv)$/.test(one))
  return files.map((file) => path.join(data, file.replace('/half/', `/${half}/`)))
}

/** Several files to learn from are read as one. */
async function oneFile(files, scratch) {
  if (files.length === 1) return files[0]
  const joined = path.join(scratch, path.basename(files[0]))
  await writeFile(joined, (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('\n'))
  return joined
}

function rowOf({ name, task }, report, figure, { wanted, isLeast = false }) {
  const value = figure.split('.').reduce((part, key) => part?.[key], report)
  if (typeof value !== 'number') throw new ReadableError(`${task} of ${name} tells no ${figure}`)
  return `| ${name} | \`eval ${task}\` | ${report.n} | ${figure} | ${short(value)} | ${wanted === undefined ? '' : short(wanted)} | ${verdict(value, report.n, wanted, isLeast)} |`
}

/** A share counts as reached within one standard error of it. */
function verdict(value, n, wanted, isLeast) {
  if (wanted === undefined) return ''
  const slack = isLeast ? 0 : Math.sqrt((wanted * (1 - wanted)) / n)
  return (isLeast ? value <= wanted : value >= wanted - slack) ? 'reached' : '**missed**'
}

/** Four digits, without the zero before the point. */
const short = (value) =>
  value
    .toFixed(4)
    .replace(/^0/, '')
    .replace(/0{1,2}$/, '')

async function firstMissing(files) {
  for (const file of files) {
    if (
      !(await access(file).then(
        () => true,
        () => false,
      ))
    )
      return file
  }
  return undefined
}

if (isStartedDirectly(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      half: { type: 'string', default: 'dev' },
      only: { type: 'string', default: '' },
    },
  })
  await runCommand(() => {
    if (!values.data) throw new ReadableError('say where the sets lie: npm run measure -- --data <folder>')
    return measureSets({ ...values, data: path.resolve(values.data) })
  })
}
