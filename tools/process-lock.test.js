import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, expect, it } from 'vitest'
import { withProcessLock } from './process-lock.js'
import { inRepository } from './repository.js'

const name = `test-${process.pid}`
const file = inRepository('.cache', `${name}.lock`)

afterEach(() => rm(file, { force: true }))

it('lets two callers of one process work one after the other', async () => {
  const steps = []
  const work = (label) => async () => {
    steps.push(`${label} begins`)
    await delay(300)
    steps.push(`${label} ends`)
  }
  await Promise.all([withProcessLock(name, work('a')), withProcessLock(name, work('b'))])
  expect(steps.map((step) => step.split(' ')[1])).toEqual(['begins', 'ends', 'begins', 'ends'])
})

it('takes over the lock of a process that is gone', async () => {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'close')
  await mkdir(inRepository('.cache'), { recursive: true })
  await writeFile(file, String(child.pid))
  expect(await withProcessLock(name, async () => readFile(file, 'utf8'))).toBe(String(process.pid))
})

it('frees the lock when the work fails', async () => {
  await expect(withProcessLock(name, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await withProcessLock(name, async () => 'free again')).toBe('free again')
})
