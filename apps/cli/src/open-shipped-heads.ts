import { join } from 'node:path'
import { createMatrixProduct } from '@parley/inference'
import { type IntentClassifier, type IntentPack, loadPack, loadRequestPack, openKeptPack, openPack } from '@parley/nlu'
import type { LocalEncoder } from './open-local-encoder'
import type { Terminal } from './terminal'

/** What the server reads a message with. */
export interface ShippedHeads {
  readonly classifier: IntentClassifier
  readonly requests: IntentClassifier
}

/** The workplace intents and the request head. */
export async function openShippedHeads(terminal: Terminal, local: LocalEncoder): Promise<ShippedHeads> {
  return {
    classifier: await openShipped(loadPack(), terminal, local),
    requests: await openShipped(loadRequestPack(), terminal, local),
  }
}

/** The pack as the server trained it, else trained now and kept where the server finds it. */
async function openShipped(
  pack: IntentPack,
  terminal: Terminal,
  { encoder, directory }: LocalEncoder,
): Promise<IntentClassifier> {
  const options = { encoder, directory: join(directory, 'intents') }
  const kept = await openKeptPack(pack, options)
  if (kept) return kept
  terminal.progress(terminal.text('cli.step.training'))
  const product = createMatrixProduct()
  try {
    return await openPack(pack, { ...options, product })
  } finally {
    await product.close()
  }
}
