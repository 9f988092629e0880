import { constants, setPriority } from 'node:os'
import {
  createMatrixProduct,
  type Encoder,
  type Encoding,
  type MatrixProduct,
  openCachedEncoder,
  tellParent,
} from '@parley/inference'
import {
  classifiedPart,
  compareIntents,
  describeIntents,
  extendIntents,
  type IntentExample,
  type IntentModel,
  loadIntentModel,
  loadPack,
  openKeptHeads,
  packExamples,
  saveIntentModel,
  trainIntents,
} from '@parley/nlu'
import { BorrowedEncoder } from '../assistant/borrowed-encoder'
import type { EncoderShape, FromLearner, LearnOrder, ToLearner } from './learn-intents-wire'
import { withOwnExamples } from './with-own-examples'

/*
 * Entry of the process that learns a workspace's own intents, bundled on its own. First the live model is extended, which
 * takes about a second; then all is learnt anew and judged. The server's encoder is borrowed by messages: a second one
 * would cost hundreds of megabytes.
 */

setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
process.on('disconnect', () => process.exit(1))

const send = (outgoing: FromLearner) => tellParent(outgoing)
let borrowed: BorrowedEncoder | undefined

process.on('message', (incoming: ToLearner) => {
  if (incoming.type === 'learn') void learn(incoming.order).catch(fail)
  else if (incoming.type === 'encoded') borrowed?.settle({ ...incoming, requestId: 0 })
  else borrowed?.settle({ ...incoming, requestId: 0 })
})

async function learn(order: LearnOrder): Promise<void> {
  const examples = withOwnExamples(packExamples(loadPack()), order.own)
  const encoder = order.encoder && (await borrow(order.encoder, order.featureDirectory))
  const product = createMatrixProduct()
  const live = await openLive(order)
  await saveIntentModel(await extendIntents(live, examples, { encoder, product }), order.extended)
  send({ type: 'extended' })
  const model = await trainReporting(examples, encoder, product)
  await saveIntentModel(model, order.trained)
  send({ type: 'learnt', figures: describeIntents(model), comparison: compareIntents(live, model) })
}

async function openLive({ live, shippedDirectory, encoder }: LearnOrder): Promise<IntentModel> {
  if (live !== null) return loadIntentModel(live)
  const heads = await openKeptHeads({ directory: shippedDirectory, encoder })
  if (!heads) throw new Error('the shipped intents cannot be read')
  return heads.classifier.model
}

const VIEWS = ['sentence', 'layers', 'ngrams']

/** Most of the work is the second of the three views. */
function trainReporting(
  examples: readonly IntentExample[],
  encoder: Encoder | null,
  product: MatrixProduct,
): Promise<IntentModel> {
  const shares = encoder ? [0.1, 0.2, 0.7] : [0, 0, 0.1]
  return trainIntents(examples, {
    encoder,
    product,
    onProgress: ({ step, view }) =>
      send({
        type: 'progress',
        share: step === 'calibrating' ? 0.95 : (shares[VIEWS.indexOf(view ?? 'sentence')] as number),
      }),
  })
}

const AT_ONCE = 64

/** Features of shipped examples are kept on disk; those of what people wrote are not. */
async function borrow(shape: EncoderShape, featureDirectory: string): Promise<Encoder> {
  borrowed = new BorrowedEncoder(shape.id, (texts) => send({ type: 'encode', texts }))
  const lender = borrowed
  const direct: Encoder = {
    ...shape,
    encode: async (texts) => {
      const encodings: Encoding[] = []
      // Few at a time: the server copies them on its event loop.
      for (let at = 0; at < texts.length; at += AT_ONCE) {
        encodings.push(...(await lender.encode(texts.slice(at, at + AT_ONCE))))
      }
      return encodings
    },
    close: async () => undefined,
  }
  const cached = await openCachedEncoder(direct, featureDirectory)
  const shipped = new Set(packExamples(loadPack()).map(({ text }) => classifiedPart(text)))
  return {
    ...direct,
    encode: async (texts, options) => {
      const own = texts.filter((text) => !shipped.has(text))
      const kept = await cached.encode(
        texts.filter((text) => shipped.has(text)),
        options,
      )
      const fresh = own.length > 0 ? await direct.encode(own, options) : []
      const [nextKept, nextFresh] = [kept.values(), fresh.values()]
      return texts.map((text) => {
        const { value } = (shipped.has(text) ? nextKept : nextFresh).next()
        if (!value) throw new Error('an encoding is missing')
        return value
      })
    },
  }
}

function fail(error: unknown): void {
  send({ type: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) })
}
