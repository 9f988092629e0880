/** What a zip says of one file's name, as yauzl reads it. */
export interface ZipEntryName {
  /** With slashes, read as the code page of the first IBM PC where the zip says nothing else. */
  readonly fileName: string
  readonly fileNameRaw: Uint8Array
  readonly generalPurposeBitFlag: number
  readonly extraFields: readonly { readonly id: number; readonly data: Uint8Array }[]
}

const IS_UTF8 = 0x800
/** Info-ZIP's field for the name in UTF-8, after a version and a checksum. */
const UNICODE_PATH = { id: 0x7075, startsAt: 5 }

/**
 * A name as it was meant. Where a zip does not say that its names are UTF-8, they often are all the same, and what
 * Chinese Windows packs is in its own code page.
 */
export function entryNameOf(entry: ZipEntryName): string {
  const { fileName, fileNameRaw: raw, generalPurposeBitFlag: flags } = entry
  if (flags & IS_UTF8 || raw.every((byte) => byte < 0x80) || hasUnicodePath(entry)) return fileName
  const decoded = decode(raw, 'utf-8') ?? (looksChinese(raw) ? decode(raw, 'gb18030') : null)
  return decoded?.replaceAll('\\', '/') ?? fileName
}

const hasUnicodePath = ({ fileName, extraFields }: ZipEntryName): boolean =>
  extraFields.some(
    ({ id, data }) =>
      id === UNICODE_PATH.id &&
      decode(data.subarray(UNICODE_PATH.startsAt), 'utf-8')?.replaceAll('\\', '/') === fileName,
  )

/**
 * Almost any bytes are some character of GB18030: `ü` and the `l` after it a rare one. What people write is mostly of
 * two high bytes; in a European name they stand alone or are both letters.
 */
function looksChinese(bytes: Uint8Array): boolean {
  let pairs = 0
  let chinese = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    at += 1
    const trail = bytes[at] ?? 0
    pairs += 1
    if (trail >= 0x80 && !(isEuropeanLetter(lead) && isEuropeanLetter(trail))) chinese += 1
  }
  return chinese * 2 >= pairs
}

/** In the code page of the first IBM PC; 0xE1 is `ß`. */
const isEuropeanLetter = (byte: number): boolean => (byte >= 0x80 && byte <= 0xa5) || byte === 0xe1

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
