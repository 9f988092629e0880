import { createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Entry, open, type ZipFile } from 'yauzl'

/**
 * Unpacks one file of a wheel (a zip archive, PEP 427) as a stream.
 *
 * @throws Error when the archive cannot be read or holds no such entry.
 */
export async function extractWheelEntry(wheelPath: string, entryName: string, targetPath: string): Promise<void> {
  const wheel = await openZip(wheelPath)
  try {
    const entry = await findEntry(wheel, entryName)
    await pipeline(await openEntry(wheel, entry), createWriteStream(targetPath))
  } finally {
    wheel.close()
  }
}

function openZip(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: false }, (error, zip) => (error ? reject(error) : resolve(zip)))
  })
}

function findEntry(zip: ZipFile, name: string): Promise<Entry> {
  return new Promise((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', () => reject(new Error(`the archive holds no ${name}`)))
    zip.on('entry', (entry: Entry) => {
      if (entry.fileName === name) resolve(entry)
      else zip.readEntry()
    })
    zip.readEntry()
  })
}

function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)))
  })
}
