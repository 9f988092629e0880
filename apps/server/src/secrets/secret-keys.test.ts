import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ConfigurationError } from '../configuration'
import { readSecretKeys } from './secret-keys'

let dataDirectory: string
beforeEach(async () => {
  dataDirectory = await mkdtemp(path.join(tmpdir(), 'parley-keys-'))
})
afterEach(() => rm(dataDirectory, { recursive: true }))

const file = () => path.join(dataDirectory, 'secret.key')

it('are made once, for nobody else to read', async () => {
  const first = await readSecretKeys({ dataDirectory, secretKeys: [] })
  expect(first.map((key) => key.length)).toEqual([32])
  expect((await stat(file())).mode & 0o777).toBe(0o600)
  expect(await readSecretKeys({ dataDirectory, secretKeys: [] })).toEqual(first)
})

it('are those that are given, and what a file sealed before still opens', async () => {
  const given = randomBytes(32)
  expect(await readSecretKeys({ dataDirectory, secretKeys: [given] })).toEqual([given])
  await expect(readFile(file())).rejects.toMatchObject({ code: 'ENOENT' })
  const kept = randomBytes(32)
  await writeFile(file(), kept.toString('base64'))
  expect(await readSecretKeys({ dataDirectory, secretKeys: [given] })).toEqual([given, kept])
})

it('are not made anew over a file that is none', async () => {
  await writeFile(file(), 'half a k')
  await expect(readSecretKeys({ dataDirectory, secretKeys: [] })).rejects.toThrow(ConfigurationError)
})
