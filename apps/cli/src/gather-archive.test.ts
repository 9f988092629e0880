import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { ZipFile } from 'yazl'
import { gatherArchive } from './gather-archive'

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-gather-'))
  file = join(folder, 'export.zip')
  const zip = new ZipFile()
  zip.addBuffer(Buffer.from('[]'), 'ABCD/2024-01-01.json')
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(file))
})
afterEach(() => rm(folder, { recursive: true }))

/** Writes other bytes over every place of these in the zip. */
async function overwrite(from: string, to: Buffer): Promise<void> {
  const bytes = await readFile(file)
  for (let at = bytes.indexOf(from); at !== -1; at = bytes.indexOf(from, at + to.length)) to.copy(bytes, at)
  await writeFile(file, bytes)
}

it('keeps names in the code page of Chinese Windows as they were meant', async () => {
  await overwrite('ABCD', Buffer.from('d1d0b7a2', 'hex'))
  const bytes = await readFile(file)
  for (const [signature, flagsAt] of [
    ['PK\x03\x04', 6],
    ['PK\x01\x02', 8],
  ] as const) {
    const at = bytes.indexOf(signature)
    bytes.writeUInt16LE(bytes.readUInt16LE(at + flagsAt) & ~0x800, at + flagsAt)
  }
  await writeFile(file, bytes)
  const zip = await fromBufferPromise(await buffer(await gatherArchive(file, await mkdtemp(join(folder, 'files-')))))
  const names: string[] = []
  for await (const entry of zip.eachEntry()) names.push(entry.fileName)
  expect(names).toEqual(['研发/2024-01-01.json'])
})

it('fails for its reader where a file of the archive cannot be read', async () => {
  await overwrite('PK\x03\x04', Buffer.from('XXXX'))
  const gathered = await gatherArchive(file, await mkdtemp(join(folder, 'files-')))
  await expect(buffer(gathered)).rejects.toThrow('signature')
})
