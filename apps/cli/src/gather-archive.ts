import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join, relative, resolve, sep } from 'node:path'
import { Readable } from 'node:stream'
import { entryNameOf } from '@parley/text'
import { openPromise } from 'yauzl'
import { ZipFile } from 'yazl'

/** The archive's bytes; with a folder of attachments a zip of both, made while it is read. */
export async function gatherArchive(file: string, folder: string | undefined): Promise<Readable> {
  if (folder === undefined) return createReadStream(file)
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  // Files are read as soon as they are added: who reads the output is told, though it begins after the failure.
  zip.on('error', (error: Error) => output.on('error', () => undefined).destroy(error))
  const taken = file.endsWith('.zip') ? await addEntries(zip, file) : addLines(zip, file)
  for (const path of await filesBelow(folder)) {
    const name = relative(folder, path).split(sep).join('/')
    if (resolve(path) !== resolve(file) && !taken.has(name)) zip.addFile(path, name, { compress: false })
  }
  zip.end()
  return output
}

function addLines(zip: ZipFile, file: string): ReadonlySet<string> {
  // It comes first: whoever looks for lines finds these.
  const name = basename(file)
  zip.addFile(file, name)
  return new Set([name])
}

async function addEntries(zip: ZipFile, file: string): Promise<ReadonlySet<string>> {
  const archive = await openPromise(file, { lazyEntries: true, autoClose: false })
  const taken = new Set<string>()
  for await (const entry of archive.eachEntry()) {
    const name = entryNameOf(entry)
    if (name.endsWith('/')) continue
    taken.add(name)
    zip.addReadStreamLazy(name, (done) => {
      archive.openReadStreamPromise(entry).then(
        (stream) => done(null, stream as Readable),
        (error: Error) => done(error, Readable.from([])),
      )
    })
  }
  return taken
}

/** Files only: a link may lead out of the folder. */
async function filesBelow(folder: string): Promise<string[]> {
  const found = await readdir(folder, { withFileTypes: true, recursive: true })
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
