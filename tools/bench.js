import os from 'node:os'
import path from 'node:path'
import { openLoadGenerator } from './bench/load-generator.js'
import { readOptions } from './bench/options.js'
import { measurePage, renderPage } from './bench/page-times.js'
import { administrator, openCrowd } from './bench/people.js'
import { startReference } from './bench/reference-server.js'
import { isFaulty, median, renderTable, summarise } from './bench/summary.js'
import { drainBacklog, moveEncoderTo } from './bench/understanding.js'
import { isStartedDirectly, progress, ReadableError, runCommand } from './repository.js'
import { startServer } from './start-server.js'

/** Server and database share one core, the load generator has the other: neither takes time from the other. */
const generatorCore = '1'
const onServerCore = ['taskset', '-c', '0']
const onGeneratorCore = ['taskset', '-c', generatorCore]

const environment = {
  PARLEY_ADMIN_EMAIL: administrator.email,
  PARLEY_ADMIN_PASSWORD: administrator.password,
  PARLEY_RATE_LIMITS: 'off',
}

/** Measures the message path of a fresh server under load, another server in turn with it, and its pages in a browser. */
export async function bench(options) {
  if (os.platform() !== 'linux' || os.cpus().length < 2) {
    throw new ReadableError('the bench needs Linux and two cores: it keeps server and load generator apart')
  }
  const server = await startServer({ environment, launcher: onServerCore })
  try {
    const page = options.isPageMeasured ? await measurePage(server.url) : undefined
    return { results: options.loadgen ? await measureUnderLoad(options, server) : [], page }
  } finally {
    await server.stop()
  }
}

async function measureUnderLoad(options, server) {
  const generator = await openLoadGenerator(options.loadgen, onGeneratorCore)
  try {
    return await measureAll(options, generator, server)
  } finally {
    await generator.close()
  }
}

async function measureAll(options, generator, server) {
  const stateFile = path.join(generator.folder, 'crowd.json')
  const understood = path.join(generator.folder, 'understood.json')
  const crowd = await openCrowd(server.url, [
    { name: 'bench', stateFile },
    ...(options.isUnderstood ? [{ name: 'understood', stateFile: understood, withAssistant: true }] : []),
  ])
  if (options.isUnderstood) await moveEncoderTo(generatorCore, server.pid)
  const results = []
  for (const members of options.members) {
    progress(`${members} members: signing them in …`)
    await crowd.growTo(members)
    const measure = options.isUnderstood ? measureUnderstanding : measureInTurn
    results.push({ members, ...(await measure({ ...options, members }, generator, server, { stateFile, understood })) })
  }
  return results
}

/** The machine's mood changes within minutes: what is compared runs in turn. */
async function measureInTurn(options, generator, server, { stateFile }) {
  const runs = { parley: [], reference: [] }
  for (let run = 1; run <= options.runs; run += 1) {
    progress(`${options.members} members: run ${run} of ${options.runs}`)
    runs.parley.push(await measureParley(options, generator, server, stateFile))
    if (options.reference) runs.reference.push(await measureReference(options, generator, server))
  }
  const parley = summarise(runs.parley)
  return options.reference ? { parley, reference: summarise(runs.reference) } : { parley }
}

/** The same server, in a channel without the assistant and in one with it; each run begins when all is understood. */
async function measureUnderstanding(options, generator, server, { stateFile, understood }) {
  const runs = { unread: [], parley: [] }
  const rates = []
  for (let run = 1; run <= options.runs; run += 1) {
    progress(`${options.members} members: run ${run} of ${options.runs}`)
    runs.unread.push(await measureParley(options, generator, server, stateFile))
    runs.parley.push(await measureParley(options, generator, server, understood))
    progress('waiting until all is understood …')
    rates.push(await drainBacklog(server.dataDirectory, 'understood'))
  }
  return {
    parley: summarise(runs.parley),
    unread: summarise(runs.unread),
    understandingPerSecond: median(rates),
  }
}

const measureParley = (options, generator, server, stateFile) =>
  generator.measure({
    ...options,
    protocol: 'parley',
    address: new URL(server.url).host,
    pids: [server.pid],
    stateFile,
  })

async function measureReference(options, generator, server) {
  const reference = await startReference(options.reference, server.dataDirectory, onServerCore)
  try {
    return await generator.measure({ ...options, protocol: 'raw', address: reference.address, pids: reference.pids })
  } finally {
    await reference.stop()
  }
}

if (isStartedDirectly(import.meta.url)) {
  await runCommand(async () => {
    const options = readOptions(process.argv.slice(2))
    const { results, page } = await bench(options)
    console.log(options.isJson ? JSON.stringify({ ...options, results, page }) : renderTable(results))
    if (page && !options.isJson) console.log(renderPage(page))
    if (results.some(({ parley, unread }) => isFaulty(parley) || (unread && isFaulty(unread))))
      throw new ReadableError('messages went astray: see above')
  })
}
