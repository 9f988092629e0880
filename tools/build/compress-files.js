import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** What is compressed already, as pictures and fonts are, gains nothing. */
const TEXT = /\.(?:js|mjs|css|html|svg|json|webmanifest)$/
/** The last step takes twice as long for a fiftieth. */
const BROTLI_QUALITY = 10

const forms = [
  {
    ending: '.br',
    compress: promisify(brotliCompress),
    options: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
  },
  // Browsers take Brotli over HTTPS and from their own machine alone.
  { ending: '.gz', compress: promisify(gzip), options: { level: 9 } },
]

/** Lays a compressed form beside every text below a folder, once at the build instead of at every request. */
export async function compressFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && TEXT.test(entry.name))
  await Promise.all(files.map(({ parentPath, name }) => compressFile(path.join(parentPath, name))))
}

async function compressFile(file) {
  const content = await readFile(file)
  for (const { ending, compress, options } of forms) {
    const compressed = await compress(content, options)
    if (compressed.length < content.length) await writeFile(`${file}${ending}`, compressed)
  }
}
