import { constants, setPriority } from 'node:os'
import sharp from 'sharp'
import { MAX_MEGAPIXELS } from './image-formats'
import type { ImageOrder, ImageOutcome, RemakeOrder } from './image-wire'
import { makeSquares } from './make-squares'

/*
 * Entry of the process that decodes one image, bundled on its own: what strangers make their images of must neither
 * block nor take down the server, and its memory goes with it.
 */

setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
process.on('disconnect', () => process.exit(1))
sharp.cache(false)
sharp.concurrency(1)

process.once('message', (order: ImageOrder) => void answer(order))

async function answer(order: ImageOrder): Promise<void> {
  const outcome = await carryOut(order).catch((error) => ({ problem: String(error) }))
  process.send?.(outcome satisfies ImageOutcome, undefined, undefined, () => process.exit(0))
}

const limits = { limitInputPixels: MAX_MEGAPIXELS * 1_000_000, failOn: 'error' as const }

const carryOut = (order: ImageOrder) => ('squares' in order ? makeSquares(order, limits) : makeAnew(order))

/** The longer side of a thumbnail: twice what the widest message shows, for dense screens. */
const THUMBNAIL_PIXELS = 720

/** Written anew from its pixels, upright, with its colour profile and nothing else of what its camera noted. */
async function makeAnew({ source, format, goal, thumbnail }: RemakeOrder): Promise<ImageOutcome> {
  const { pages = 1 } = await sharp(source, limits).metadata()
  const isAnimated = pages > 1 && (format === 'gif' || format === 'webp')
  await sharp(source, { ...limits, animated: isAnimated })
    .autoOrient()
    .keepIccProfile()
    .toFormat(format, format === 'jpeg' || format === 'webp' ? { quality: 90 } : {})
    .toFile(goal)
  await sharp(goal, limits)
    .resize({ width: THUMBNAIL_PIXELS, height: THUMBNAIL_PIXELS, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 78 })
    .toFile(thumbnail)
  const { width, height, pageHeight } = await sharp(goal, limits).metadata()
  return { width, height: pageHeight ?? height }
}
