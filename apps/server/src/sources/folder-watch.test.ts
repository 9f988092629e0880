import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from '@parley/testkit'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { FolderWatch } from './folder-watch'

let root: string
let inner: string
let heard: number
let folders: FolderWatch
const SOURCE = 'a source'

beforeEach(() => {
  root = join(mkdtempSync(join(tmpdir(), 'parley-watch-')), 'handbook')
  inner = join(root, 'inner')
  heard = 0
  folders = new FolderWatch(() => {
    heard += 1
  })
  fill()
  folders.watch(SOURCE, [root, inner])
  // A look that found nothing new watches the same folders on.
  folders.watch(SOURCE, [root, inner])
})
afterEach(() => folders.stop())

function fill(): void {
  mkdirSync(inner, { recursive: true })
  for (const folder of [root, inner]) writeFileSync(join(folder, 'a.md'), `${Math.random()}`)
}

async function isHeard(change: () => void): Promise<void> {
  const before = heard
  change()
  await until(() => heard > before, 'the change is heard', 5_000)
}

it('hears of folders that were removed and made anew at once, and after the next look of changes in them', async () => {
  await isHeard(() => {
    rmSync(root, { recursive: true })
    fill()
  })
  expect(folders.watch(SOURCE, [root, inner])).toBe(true)
  await isHeard(() => writeFileSync(join(root, 'a.md'), 'changed'))
  await isHeard(() => writeFileSync(join(inner, 'a.md'), 'changed'))
})

it('hears of a folder that comes back after it was away', async () => {
  await isHeard(() => rmSync(root, { recursive: true }))
  await isHeard(fill)
})

it('does not wait for a folder to be quiet in which something is written all the time', async () => {
  const writing = setInterval(() => writeFileSync(join(root, 'growing.log'), `${Math.random()}`), 20)
  await until(() => heard > 0, 'it is heard', 5_000).finally(() => clearInterval(writing))
})
