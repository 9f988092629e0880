import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type SupervisedChild, superviseChild } from './supervised-child'

test('one that is stopped when it hears that its child has ended starts no other', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'parley-child-'))
  const entryPath = join(directory, 'ends-at-once.js')
  await writeFile(entryPath, '')
  let starts = 0
  const stopped = await new Promise<SupervisedChild>((resolve) => {
    const supervisor = superviseChild({
      entryPath,
      firstDelayMs: 1,
      onStart: () => {
        starts += 1
      },
      onMessage: () => {},
      onExit: () => void supervisor.stop().then(() => resolve(supervisor)),
    })
  })
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(starts).toBe(1)
  expect(stopped.pid).toBeUndefined()
  await rm(directory, { recursive: true })
})
