import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { inRepository, ReadableError } from '../repository.js'

/** Builds the web client into `<folder>/web` and returns the names made. */
export async function buildWebClient(folder) {
  const { build } = await import('vite')
  await build({
    root: inRepository('apps/web'),
    logLevel: 'warn',
    build: {
      outDir: path.join(folder, 'web'),
      emptyOutDir: true,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2_000,
    },
  }).catch((error) => {
    throw new ReadableError(`the web client does not build: ${stripVTControlCharacters(error.message)}`)
  })
  return ['web']
}
