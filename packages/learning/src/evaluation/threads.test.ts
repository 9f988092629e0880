import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readChatLogs } from './chat-logs'
import { evaluateThreads } from './threads'

describe('eval threads', () => {
  let directory: string
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'threads-'))
  })
  afterAll(() => rm(directory, { recursive: true }))

  const write = async (name: string, ...logs: object[]) => {
    await writeFile(join(directory, name), logs.map((log) => JSON.stringify(log)).join('\n'))
    return join(directory, name)
  }
  const crossing = {
    id: 'crossing',
    lang: 'en',
    messages: [
      { n: 7, time: '20:00', user: 'zoe', text: 'long before', context: true },
      { n: 8, time: '23:59', user: 'ann', text: 'who has the key of the bike room?', starts: true },
      { n: 9, text: 'dora has joined', system: true, starts: true },
      { n: 10, time: '00:01', user: 'ben', text: 'lunch at noon?', starts: true },
      { n: 11, time: '00:02', user: 'cid', text: 'ann: I have the key of the bike room', reply_to: [8] },
    ],
  }

  it('measures what is shipped beside two simple guesses, without what goes before the labels', async () => {
    const report = await evaluateThreads({ test: await write('one.jsonl', crossing), encoder: null, version: '1' })
    expect(report).toMatchObject({ task: 'threads', logs: 1, n: 4, encoder: null, linkF1: 1, replyF1: 1, vi: 1 })
    expect(report.lang.en?.n).toBe(4)
    // It answers across somebody else's lunch.
    expect(report.shown).toEqual({ shown: 1, precision: 1 })
    // The line of the system is told apart from what people say; the rest is wrong.
    expect(report.baselines.previous).toMatchObject({ linkF1: 0.25, replyF1: 0 })
  })

  it('learns from a file, if there is one', async () => {
    const train = await write('train.jsonl', crossing, { ...crossing, id: 'again' })
    const report = await evaluateThreads({ test: train, train, encoder: null, version: '1' })
    expect(report.linkF1).toBe(1)
  })

  it('takes a time of day that goes back for the next day’s', async () => {
    const [log] = await readChatLogs(await write('midnight.jsonl', crossing), null)
    expect(log?.lines.map(({ at }) => (at - (log.lines[0]?.at ?? 0)) / 60_000)).toEqual([0, 239, 239, 241, 242])
  })

  it('names file, line and field of what does not fit', async () => {
    const test = await write('broken.jsonl', { id: 'x', messages: [{ n: 'one', text: 'a' }] })
    await expect(evaluateThreads({ test, encoder: null, version: '1' })).rejects.toThrow(
      /broken\.jsonl.*messages\.0\.n/s,
    )
  })
})
