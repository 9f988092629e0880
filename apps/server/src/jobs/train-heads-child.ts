import { constants, setPriority } from 'node:os'
import { dirname, join } from 'node:path'
import { createMatrixProduct, type Encoder, openCachedEncoder, openEncoder } from '@parley/inference'
import { type HeadName, trainHead } from '@parley/nlu'

/*
 * Entry of the process that trains heads, bundled on its own: training keeps a processor busy for seconds, and the
 * server's event loop must not notice. Arguments: the directory of trained models, the heads, and the encoder's weights,
 * without which only the intents are told, by character n-grams.
 */

setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
process.on('disconnect', () => process.exit(1))

const [directory, names, modelPath] = process.argv.slice(2)
if (!directory || !names) throw new Error('the directory of trained models, or what is to be trained, is missing')

const encoder = modelPath ? await openEncoder({ modelPath }) : null
const product = createMatrixProduct()
// A workspace's own intents are learnt together with these: their features are kept for that.
const cached = encoder && (await openCachedEncoder(encoder, join(dirname(directory), 'features')))
const readerOf = (name: string): Encoder | null => (name === 'intents' ? cached : encoder)
for (const name of names.split(',')) await trainHead(name as HeadName, { encoder: readerOf(name), product, directory })
await product.close()
await encoder?.close()
// Without waiting for the channel to the parent, which would keep this process alive.
process.exit(0)
