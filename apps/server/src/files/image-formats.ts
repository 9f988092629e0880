/** Images that are taken apart and made anew, and that every browser shows. */
export const IMAGE_FORMATS: Readonly<Record<string, 'jpeg' | 'png' | 'webp' | 'gif' | 'avif'>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/apng': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
}

/** More of them, all frames together, are refused: a file of a few kilobytes can claim billions. */
export const MAX_MEGAPIXELS = 100
