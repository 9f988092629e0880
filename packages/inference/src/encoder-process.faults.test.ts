import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { builtInModelPath, cosine, encoderChildPath, isWithoutModel } from '../testing/built-in-model'
import { EncoderUnavailableError } from './encoder'
import type { EncoderProcessEvent } from './encoder-client'
import { type EncoderProcess, type EncoderProcessOptions, startEncoderProcess } from './encoder-process'
import { openEncoder } from './open-encoder'

/** Long enough for a start on a busy machine. */
const SILENCE_LIMIT_MS = 6000

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe.skipIf(isWithoutModel)('the encoder’s child process', () => {
  let modelPath: string
  let encoder: EncoderProcess | undefined
  beforeAll(async () => {
    modelPath = await builtInModelPath()
  })
  afterEach(async () => {
    await encoder?.close()
    encoder = undefined
  })

  async function start(more: Partial<EncoderProcessOptions> = {}): Promise<EncoderProcess> {
    encoder = await startEncoderProcess({ entryPath: encoderChildPath, modelPath, cacheBytes: 0, ...more })
    return encoder
  }

  test('gives what the encoder in this process gives', async () => {
    const child = await start()
    const direct = await openEncoder({ modelPath })
    const texts = ['周五前完成', 'How many vacation days?', '', '好的', 'Could you send it, please?']
    const partsOf = (text: string) => [{ start: 0, end: Math.ceil(text.length / 2) }]
    const options = { purpose: 'query', tokens: true, partsOf } as const
    const [over, here] = [await child.encode(texts, options), await direct.encode(texts, options)]
    expect(child.id).toBe(direct.id)
    for (const [index, encoding] of over.entries()) {
      expect(cosine(encoding.sentence, here[index]!.sentence)).toBeGreaterThan(0.9999)
      expect(encoding.tokens?.map(({ piece }) => piece)).toEqual(here[index]!.tokens?.map(({ piece }) => piece))
      expect(encoding.parts).toEqual(here[index]!.parts)
    }
    await direct.close()
  })

  test('killed in mid-work it costs nothing but time', async () => {
    const events: EncoderProcessEvent[] = []
    const child = await start({ onEvent: (event) => events.push(event) })
    const victim = child.pid!
    const texts = Array.from({ length: 120 }, (_, index) => `第 ${index} 条消息：请在周五前完成发布清单`)
    const work = child.encode(texts, { purpose: 'passage', priority: 'background' })
    // The first text computed shows that the child is in the midst of it.
    await child.encode(['first'], { purpose: 'query' })
    process.kill(victim, 'SIGKILL')
    const encodings = await work
    expect(encodings).toHaveLength(texts.length)
    expect(child.pid).not.toBe(victim)
    expect(events.map(({ type }) => type)).toEqual(['started', 'ready', 'ended', 'started', 'ready'])
    const [alone] = await child.encode([texts[77]!], { purpose: 'passage' })
    expect(cosine(encodings[77]!.sentence, alone!.sentence)).toBeGreaterThan(0.9999)
  })

  test('requests made while no child runs wait for the next one', async () => {
    const child = await start()
    process.kill(child.pid!, 'SIGKILL')
    await vi.waitFor(() => expect(child.isReady).toBe(false))
    expect(await child.encode(['好'], { purpose: 'query' })).toHaveLength(1)
  })

  test('a request that kills two children is given up, and the encoder lives on', async () => {
    let readyCount = 0
    const child = await start({
      onEvent: (event) => {
        if (event.type !== 'ready') return
        readyCount++
        // The poison: the first two children die as soon as they have been given the request.
        if (readyCount === 2) setImmediate(() => process.kill(event.pid, 'SIGKILL'))
      },
    })
    const poisonous = child.encode(Array(32).fill('毒'.repeat(300)), { purpose: 'passage' })
    process.kill(child.pid!, 'SIGKILL')
    await expect(poisonous).rejects.toThrow(EncoderUnavailableError)
    expect(readyCount).toBe(2)
    expect(await child.encode(['fine'], { purpose: 'query' })).toHaveLength(1)
  })

  test('hung in mid-work it is killed and replaced, and the work is done', async () => {
    const events: EncoderProcessEvent[] = []
    const child = await start({ silenceLimitMs: SILENCE_LIMIT_MS, onEvent: (event) => events.push(event) })
    const victim = child.pid!
    process.kill(victim, 'SIGSTOP')
    expect(await child.encode(['周五前完成'], { purpose: 'query' })).toHaveLength(1)
    expect(isAlive(victim)).toBe(false)
    expect(events.map(({ type }) => type)).toEqual(['started', 'ready', 'ended', 'started', 'ready'])
    expect(events[2]).toMatchObject({ reason: expect.stringContaining('hung') })
  })

  test('work that hangs two children is given up with the reason, and the encoder lives on', async () => {
    let readyCount = 0
    const child = await start({
      silenceLimitMs: SILENCE_LIMIT_MS,
      onEvent: (event) => {
        if (event.type === 'ready' && ++readyCount <= 2) process.kill(event.pid, 'SIGSTOP')
      },
    })
    await expect(child.encode(['hang'], { purpose: 'query' })).rejects.toThrow(/twice over the same work.*hung/)
    expect(readyCount).toBe(2)
    expect(await child.encode(['fine'], { purpose: 'query' })).toHaveLength(1)
  })

  test('a child that hangs before it is ready is given up', async () => {
    const onEvent = (event: EncoderProcessEvent): void => {
      if (event.type === 'started') process.kill(event.pid, 'SIGSTOP')
    }
    await expect(start({ silenceLimitMs: 1000, onEvent })).rejects.toThrow(/hung/)
  })

  test('an abort rejects at once and the child goes on', async () => {
    const child = await start()
    const abort = new AbortController()
    const texts = Array.from({ length: 200 }, (_, index) => `passage number ${index} `.repeat(20))
    const work = child.encode(texts, { purpose: 'passage', priority: 'background', signal: abort.signal })
    abort.abort(new Error('no longer needed'))
    await expect(work).rejects.toThrow('no longer needed')
    expect(await child.encode(['next'], { purpose: 'query' })).toHaveLength(1)
  })

  test('a model that is not one is told at the start, and no child is left', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'parley-broken-'))
    const broken = join(directory, 'e5-small-q4.bin')
    await writeFile(broken, 'not a model at all'.repeat(10))
    let pid = 0
    const onEvent = (event: EncoderProcessEvent): void => {
      if (event.type === 'started') pid = event.pid
    }
    await expect(start({ modelPath: broken, onEvent })).rejects.toThrow(/E5S1/)
    expect(pid).toBeGreaterThan(0)
    expect(isAlive(pid)).toBe(false)
    await rm(directory, { recursive: true })
  })

  test('a closed encoder leaves no child and refuses work', async () => {
    const child = await start()
    const pid = child.pid!
    expect(isAlive(pid)).toBe(true)
    const pending = child.encode(['pending'], { purpose: 'query' })
    await Promise.all([expect(pending).rejects.toThrow(/closed/), child.close()])
    expect(isAlive(pid)).toBe(false)
    await expect(child.encode(['late'], { purpose: 'query' })).rejects.toThrow(/closed/)
  })

  test('the child ends with a parent that is killed', async () => {
    const script = join(encoderChildPath, '..', 'start-and-hang.test-bundle.mjs')
    const entry = fileURLToPath(new URL('../testing/start-and-hang.ts', import.meta.url))
    await build({
      entryPoints: [entry],
      outfile: script,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
    })
    const parent = spawn(process.execPath, [script, encoderChildPath, modelPath], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line] = await once(parent.stdout, 'data')
    const childPid = Number(String(line))
    expect(isAlive(childPid)).toBe(true)
    parent.kill('SIGKILL')
    await vi.waitFor(() => expect(isAlive(childPid)).toBe(false), { timeout: 10_000 })
    await rm(script)
  })
})
