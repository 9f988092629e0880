import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLoadGenerator } from './bench/load-generator.js'
import { readOptions } from './bench/options.js'
import { openCrowd } from './bench/people.js'
import { isFaulty, median, renderTable, summarise } from './bench/summary.js'
import { inRepository } from './repository.js'

const figures = {
  ack_per_s: 100,
  dlv_per_s: 1000,
  ack_p50: 4,
  ack_p99: 9,
  dlv_p50: 5,
  dlv_p99: 10,
  cpu_ms_per_1k_dlv: 1.5,
  pss_mb: 300,
  lost: 0,
  dup: 0,
  ooo: 0,
  failed: 0,
  closed: 0,
}

let folder

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'parley-bench-test-'))
})

afterEach(() => rm(folder, { recursive: true }))

/** A program that reports the flags it was given beside fixed figures. */
async function plantGenerator(body) {
  const file = path.join(folder, 'generator.mjs')
  await writeFile(file, `#!${process.execPath}\n${body}`)
  await chmod(file, 0o755)
  return file
}

describe('the bench’s command line', () => {
  it('says plainly that there is no load generator, and ends with 1', async () => {
    const child = spawn(process.execPath, [inRepository('tools/bench.js'), '--loadgen', path.join(folder, 'none')])
    let said = ''
    child.stderr.on('data', (piece) => {
      said += piece
    })
    const [code] = await once(child, 'close')
    expect(said).toBe(`parley: there is no load generator at ${path.join(folder, 'none')}\n`)
    expect(code).toBe(1)
  })

  it('reads the counts of members in growing order, and has defaults for the rest', () => {
    expect(readOptions(['--loadgen', folder, '--members', '500,100'])).toMatchObject({
      members: [100, 500],
      runs: 3,
      seconds: 5,
      senders: 10,
      window: 1,
      isJson: false,
    })
  })

  it('needs no load generator for the page’s own times', () => {
    expect(readOptions(['--page'])).toMatchObject({ isPageMeasured: true, loadgen: undefined })
  })

  it.each([
    [['--members', '100'], /needs a load generator/],
    [['--loadgen', '.', '--members', '100,many'], /--members: "many"/],
    [['--loadgen', '.', '--runs', '0'], /--runs: "0"/],
    [['--loadgen', '.', '--understanding', '--reference', 'node x'], /--understanding compares Parley with itself/],
    [['--loadgen', '.', '--speed', '9'], /--speed/],
  ])('refuses %j', (parameters, message) => {
    expect(() => readOptions(parameters)).toThrow(message)
  })
})

describe('a load generator', () => {
  const load = { protocol: 'parley', address: 'a:1', members: 5, senders: 10, window: 2, seconds: 1, pids: [7, 8] }

  it('is told who is measured and how, and its figures are read', async () => {
    const place = await plantGenerator(
      `import { appendFileSync } from 'node:fs'
       const given = process.argv.slice(2)
       appendFileSync(given[given.indexOf('-out') + 1], JSON.stringify({ given: given.join(' ') }) + '\\n')`,
    )
    const generator = await openLoadGenerator(place, [])
    const { given } = await generator.measure({ ...load, stateFile: 'crowd.json' })
    await generator.close()
    expect(given).toMatch(
      /^-proto parley -addr a:1 -n 5 -senders 5 -window 2 -rate 0 -dur 1s -pids 7,8 -state crowd.json/,
    )
  })

  it('that fails is quoted', async () => {
    const place = await plantGenerator(`console.error('connection refused'); process.exit(1)`)
    const generator = await openLoadGenerator(place, [])
    await expect(generator.measure(load)).rejects.toThrow(/the load generator failed: connection refused/)
    await generator.close()
  })
})

describe('the crowd', () => {
  it('grows in one channel without the assistant, and everybody is signed in', async () => {
    const calls = []
    const server = createServer(async (request, response) => {
      const body = JSON.parse(Buffer.concat(await request.toArray()).toString())
      calls.push([request.url, body])
      response.end(JSON.stringify({ token: `of ${body.email}`, channel: { id: 'c' }, user: { id: body.email } }))
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const crowd = await openCrowd(`http://127.0.0.1:${server.address().port}`, [
      { name: 'bench', stateFile: path.join(folder, 'crowd.json') },
    ])
    await crowd.growTo(2)
    await crowd.growTo(5)
    server.close()
    expect(calls[1]).toEqual(['/api/channels.create', { name: 'bench', kind: 'public', withAssistant: false }])
    const added = calls.filter(([url]) => url === '/api/channels.addMember').map(([, { userId }]) => userId)
    expect(new Set(added).size).toBe(5)
    expect(added).toHaveLength(5)
  })
})

describe('the summary', () => {
  it('is the median of the runs, and the sum of what must not happen', () => {
    const runs = [
      { ...figures, ack_p50: 3, lost: 1 },
      { ...figures, ack_p50: 90 },
      { ...figures, ack_p50: 5, lost: 2 },
    ]
    expect(summarise(runs)).toMatchObject({ runs: 3, ackP50Ms: 5, lost: 3, messagesPerSecond: 100 })
    expect(median([4, 1])).toBe(2.5)
  })

  it('is faulty as soon as one message was lost, doubled, reordered or refused', () => {
    expect(isFaulty(summarise([figures]))).toBe(false)
    for (const key of ['lost', 'dup', 'ooo', 'failed', 'closed']) {
      expect(isFaulty(summarise([figures, { ...figures, [key]: 1 }]))).toBe(true)
    }
  })

  it('shows Parley beside the reference, and alone', () => {
    const parley = summarise([figures])
    const both = renderTable([{ members: 100, parley, reference: { ...parley, messagesPerSecond: 200 } }])
    expect(both).toMatch(/messages a second +100 +200 +0\.50/)
    expect(renderTable([{ members: 100, parley }])).toMatch(/messages a second +100\n/)
    const understood = renderTable([{ members: 100, parley, unread: parley, understandingPerSecond: 80 }])
    expect(understood).toMatch(/understood +not +ratio/)
    expect(understood).toMatch(/understood a second, until all were +80/)
  })
})
