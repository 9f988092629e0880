import { constants, setPriority } from 'node:os'
import { createMatrixProduct, openEncoder } from '@parley/inference'
import { loadPack, loadRequestPack, openPack } from '@parley/nlu'

/*
 * Entry of the process that trains the intents and the request head, bundled on its own: training keeps a processor busy for seconds, and
 * the server's event loop must not notice. Arguments: the directory of trained models, and the encoder's weights, without
 * which the intents are told by character n-grams alone.
 */

setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
process.on('disconnect', () => process.exit(1))

const [directory, modelPath] = process.argv.slice(2)
if (!directory) throw new Error('the directory of trained models is missing')

const encoder = modelPath ? await openEncoder({ modelPath }) : null
const product = createMatrixProduct()
await openPack(loadPack(), { encoder, product, directory })
// By n-grams alone requests are told worse than by rule.
if (encoder) await openPack(loadRequestPack(), { encoder, product, directory })
await product.close()
await encoder?.close()
// Without waiting for the channel to the parent, which would keep this process alive.
process.exit(0)
