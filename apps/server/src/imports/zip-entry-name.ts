import type { Entry } from 'yauzl'

const IS_UTF8 = 0x800

/**
 * A name as it was meant. Where a zip does not say that its names are UTF-8, they often are all the same, and what
 * Chinese Windows packs is in its own code page; yauzl reads both as that of the first IBM PC.
 */
export function entryNameOf({ fileName, fileNameRaw, generalPurposeBitFlag: flags }: Entry): string {
  const isPlain = fileNameRaw.every((byte) => byte < 0x80)
  if (isPlain || flags & IS_UTF8) return fileName
  const decoded = decode(fileNameRaw, 'utf-8') ?? decode(fileNameRaw, 'gb18030')
  return decoded?.replaceAll('\\', '/') ?? fileName
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
