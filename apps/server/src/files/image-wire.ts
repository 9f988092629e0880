/** What the image process is told: to make an image anew, or small squares of it. */
export type ImageOrder = RemakeOrder | SquaresOrder

export interface RemakeOrder {
  readonly source: string
  readonly format: 'jpeg' | 'png' | 'webp' | 'gif' | 'avif'
  /** Where to write the image anew, and its smaller form (WebP). */
  readonly goal: string
  readonly thumbnail: string
}

export interface SquaresOrder {
  readonly source: string
  /** null: its middle. */
  readonly crop: Square | null
  /** Where to write which size (WebP). */
  readonly squares: readonly { readonly path: string; readonly pixels: number }[]
}

/** A part of an image that is upright already, in its pixels. What lies outside the image is cut off. */
export interface Square {
  readonly left: number
  readonly top: number
  readonly size: number
}

/** What it answers: the image's size as it is looked at, or that it is none. */
export type ImageOutcome = { readonly width: number; readonly height: number } | { readonly problem: string }
