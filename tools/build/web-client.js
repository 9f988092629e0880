import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { inRepository, ReadableError } from '../repository.js'
import { compressFiles } from './compress-files.js'

/** Builds the web client into `<folder>/web` and returns the names made. */
export async function buildWebClient(folder) {
  const { build } = await import('vite')
  await asProduction(() =>
    build({
      root: inRepository('apps/web'),
      logLevel: 'warn',
      build: {
        outDir: path.join(folder, 'web'),
        emptyOutDir: true,
        reportCompressedSize: false,
        chunkSizeWarningLimit: 2_000,
      },
    }),
  ).catch((error) => {
    throw new ReadableError(`the web client does not build: ${stripVTControlCharacters(error.message)}`)
  })
  await compressFiles(path.join(folder, 'web'))
  return ['web']
}

/** What is built is what people run, also when a test run (NODE_ENV=test) has it built. */
async function asProduction(step) {
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    await step()
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
}
