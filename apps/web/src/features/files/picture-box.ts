const WIDEST = 360
const HIGHEST = 300
/** A strip of a few pixels could not be clicked. */
const LEAST = 48

interface Size {
  readonly width: number
  readonly height: number
}

/** The place of a picture that stands alone: its own shape within bounds, known before its first byte. */
export function pictureBox({ width, height }: Size): { readonly width: number; readonly aspectRatio: string } {
  const scale = Math.min(1, WIDEST / width, HIGHEST / height)
  const [across, down] = [width, height].map((side) => Math.max(LEAST, Math.round(side * scale))) as [number, number]
  return { width: across, aspectRatio: `${across} / ${down}` }
}
