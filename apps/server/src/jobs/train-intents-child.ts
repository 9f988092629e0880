import { constants, setPriority } from 'node:os'
import { createMatrixProduct, openEncoder } from '@parley/inference'
import { loadPack, openPack } from '@parley/nlu'

/*
 * Entry of the process that trains the intents, bundled on its own: training keeps a processor busy for seconds, and
 * the server's event loop must not notice. Arguments: the encoder's weights, the directory of trained models.
 */

setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
process.on('disconnect', () => process.exit(1))

const [modelPath, directory] = process.argv.slice(2)
if (!modelPath || !directory) throw new Error('two arguments are needed: weights and directory')

const encoder = await openEncoder({ modelPath })
const product = createMatrixProduct()
await openPack(loadPack(), { encoder, product, directory })
await product.close()
await encoder.close()
// Without waiting for the channel to the parent, which would keep this process alive.
process.exit(0)
