/** Which square of an image is shown: its middle as shares of the image, and how much nearer than all of it. */
export interface Crop {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

interface Size {
  readonly width: number
  readonly height: number
}

export const WHOLE: Crop = { x: 0.5, y: 0.5, zoom: 1 }
export const MAX_ZOOM = 4

/** The square in the image's own pixels. */
export function squareOf({ width, height }: Size, { x, y, zoom }: Crop) {
  const size = Math.max(1, Math.round(Math.min(width, height) / zoom))
  const left = between(0, Math.round(x * width - size / 2), width - size)
  const top = between(0, Math.round(y * height - size / 2), height - size)
  return { left, top, size }
}

/** Moved by pixels of a stage of some width, as far as the image goes. */
export function moved(image: Size, crop: Crop, by: { readonly x: number; readonly y: number }, stage: number): Crop {
  const perPixel = Math.min(image.width, image.height) / crop.zoom / stage
  return inside(image, {
    ...crop,
    x: crop.x - (by.x * perPixel) / image.width,
    y: crop.y - (by.y * perPixel) / image.height,
  })
}

export const zoomed = (image: Size, crop: Crop, zoom: number): Crop => inside(image, { ...crop, zoom })

/** No empty edge is shown. */
function inside({ width, height }: Size, { x, y, zoom }: Crop): Crop {
  const side = Math.min(width, height) / zoom
  const [halfX, halfY] = [side / width / 2, side / height / 2]
  return { x: between(halfX, x, 1 - halfX), y: between(halfY, y, 1 - halfY), zoom }
}

/** Where a stage of so many pixels shows the whole image. */
export function placeOf(image: Size, crop: Crop, stage: number) {
  const scale = (stage * crop.zoom) / Math.min(image.width, image.height)
  const [width, height] = [image.width * scale, image.height * scale]
  return { width, height, left: stage / 2 - crop.x * width, top: stage / 2 - crop.y * height }
}

const between = (least: number, value: number, most: number) => Math.min(Math.max(value, least), Math.max(least, most))
