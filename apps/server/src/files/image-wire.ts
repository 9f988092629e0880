/** What the image process is told. */
export interface ImageOrder {
  readonly source: string
  readonly format: 'jpeg' | 'png' | 'webp' | 'gif' | 'avif'
  /** Where to write the image anew, and its smaller form (WebP). */
  readonly goal: string
  readonly thumbnail: string
}

/** What it answers: the image's size as it is looked at, or that it is none. */
export type ImageOutcome = { readonly width: number; readonly height: number } | { readonly problem: string }
