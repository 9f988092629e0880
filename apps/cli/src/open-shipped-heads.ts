import { join } from 'node:path'
import { createMatrixProduct } from '@parley/inference'
import { missingHeads, openKeptHeads, type ShippedHeads, trainHead } from '@parley/nlu'
import type { LocalEncoder } from './open-local-encoder'
import type { Terminal } from './terminal'

/** What the server reads a message with: as the server trained it, else trained now and kept where the server finds it. */
export async function openShippedHeads(
  terminal: Terminal,
  { encoder, directory }: Pick<LocalEncoder, 'encoder' | 'directory'>,
): Promise<ShippedHeads> {
  const options = { encoder, directory: join(directory, 'intents') }
  const kept = await openKeptHeads(options)
  if (kept?.requests && kept.tone && kept.names) return kept
  const { needed, further } = await missingHeads(options)
  const missing = [...needed, ...further]
  if (missing.length > 0) terminal.progress(terminal.text('cli.step.training'))
  const product = createMatrixProduct()
  try {
    for (const name of missing) await trainHead(name, { ...options, product })
  } finally {
    await product.close()
  }
  const heads = await openKeptHeads(options)
  if (heads === null) throw new Error('the trained intents cannot be read')
  return heads
}
