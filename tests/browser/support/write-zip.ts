import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** Writes a zip with these files; what is no text becomes JSON. */
export async function writeZip(path: string, files: Readonly<Record<string, unknown>>): Promise<void> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files))
    zip.addBuffer(Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)), name)
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(path))
}
