import sharp, { type Region, type SharpOptions } from 'sharp'
import type { ImageOutcome, Square, SquaresOrder } from './image-wire'

/** The first frame, without what a camera noted. */
export async function makeSquares(
  { source, crop, squares }: SquaresOrder,
  limits: SharpOptions,
): Promise<ImageOutcome> {
  const { width, height } = await sharp(source, limits).metadata()
  for (const { path, pixels } of squares) {
    const image = crop ? sharp(source, limits).extract(within(crop, width, height)) : sharp(source, limits).autoOrient()
    await image.resize({ width: pixels, height: pixels, fit: 'cover' }).webp({ quality: 84 }).toFile(path)
  }
  return { width, height }
}

function within({ left, top, size }: Square, width: number, height: number): Region {
  const side = Math.min(size, width, height)
  return { left: Math.min(left, width - side), top: Math.min(top, height - side), width: side, height: side }
}
