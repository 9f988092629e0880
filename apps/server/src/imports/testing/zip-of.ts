import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** Writes a zip with these files; what is no text becomes JSON. */
export async function writeZip(
  path: string,
  files: Readonly<Record<string, unknown>>,
  { forceZip64Format = false }: { readonly forceZip64Format?: boolean } = {},
): Promise<void> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.isBuffer(content)
      ? content
      : Buffer.from(typeof content === 'string' ? content : JSON.stringify(content))
    zip.addBuffer(bytes, name, { forceZip64Format })
  }
  zip.end({ forceZip64Format, comment: '' })
  await pipeline(zip.outputStream, createWriteStream(path))
}
