/** A stretch of a document. Offsets into its plain text. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** What a passage says between two places of its document. */
export const passageText = (
  passage: { readonly text: string; readonly start: number },
  { start, end }: Stretch,
): string => passage.text.slice(start - passage.start, end - passage.start)
