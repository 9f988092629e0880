import { join } from 'node:path'
import { createMatrixProduct } from '@parley/inference'
import { type IntentClassifier, loadPack, openKeptPack, openPack } from '@parley/nlu'
import type { LocalEncoder } from './open-local-encoder'
import type { Terminal } from './terminal'

/** The workplace intents as the server trained them, else trained now and kept where the server finds them. */
export async function openShippedIntents(
  terminal: Terminal,
  { encoder, directory }: LocalEncoder,
): Promise<IntentClassifier> {
  const options = { encoder, directory: join(directory, 'intents') }
  const kept = await openKeptPack(loadPack(), options)
  if (kept) return kept
  terminal.progress(terminal.text('cli.step.training'))
  const product = createMatrixProduct()
  try {
    return await openPack(loadPack(), { ...options, product })
  } finally {
    await product.close()
  }
}
