import { UnreadableDocumentError } from './unreadable-document-error'

/** First bytes of formats that are sometimes uploaded as text: PDF, ZIP (and Office), PNG, JPEG, GIF, gzip, ELF. */
const MAGIC_NUMBERS: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d],
  [0x50, 0x4b, 0x03, 0x04],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x1f, 0x8b],
  [0x7f, 0x45, 0x4c, 0x46],
]

/**
 * Decodes the bytes of a text document: UTF-8, UTF-16 when it begins with a byte order mark, or GBK when that makes
 * everyday Chinese of it.
 *
 * @throws UnreadableDocumentError `binary` for other formats and NUL bytes, `broken-encoding` for invalid sequences,
 * `empty` when there is nothing but white space.
 */
export function decodeDocument(bytes: Uint8Array): string {
  if (MAGIC_NUMBERS.some((magic) => magic.every((byte, at) => bytes[at] === byte))) {
    throw new UnreadableDocumentError('binary')
  }
  const encoding = utf16Mark(bytes) ?? 'utf-8'
  if (encoding === 'utf-8' && bytes.includes(0)) throw new UnreadableDocumentError('binary')
  return checkReadable(decode(bytes, encoding))
}

function utf16Mark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

function decode(bytes: Uint8Array, encoding: string): string {
  const text = tryDecode(bytes, encoding) ?? (isEverydayGbk(bytes) ? tryDecode(bytes, 'gb18030') : undefined)
  if (text === undefined) throw new UnreadableDocumentError('broken-encoding')
  return text
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Nearly any bytes are GBK: of the pairs in Chinese prose at least so many are common characters or punctuation. */
const EVERYDAY_SHARE = 0.8

/** Whether most pairs of bytes are of GB 2312's first level (its 3,755 commonest characters) or its punctuation. */
function isEverydayGbk(bytes: Uint8Array): boolean {
  let pairs = 0
  let everyday = 0
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at]! < 0x80) continue
    const lead = bytes[at]!
    const trail = bytes[++at] ?? 0
    pairs++
    if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || lead === 0xa1 || lead === 0xa3)) everyday++
  }
  return pairs > 0 && everyday / pairs >= EVERYDAY_SHARE
}

export const MAX_DOCUMENT_CHARACTERS = 10_000_000
/** Of a hundred characters this many replacement or control characters mean that the text is not text. */
const MAX_BROKEN_SHARE = 0.01

/**
 * Returns the text with its line ends made `\n`, without byte order mark.
 *
 * @throws UnreadableDocumentError
 */
export function checkReadable(text: string): string {
  if (text.length > MAX_DOCUMENT_CHARACTERS) throw new UnreadableDocumentError('too-large')
  if (text.includes('\0') || text.startsWith('%PDF-') || text.startsWith('PK\u0003\u0004')) {
    throw new UnreadableDocumentError('binary')
  }
  if (!/\S/.test(text)) throw new UnreadableDocumentError('empty')
  const broken = countBroken(text)
  if (broken.control > text.length * MAX_BROKEN_SHARE) throw new UnreadableDocumentError('binary')
  if (broken.replacement > text.length * MAX_BROKEN_SHARE) throw new UnreadableDocumentError('broken-encoding')
  return text
    .toWellFormed()
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
}

function countBroken(text: string): { control: number; replacement: number } {
  let control = 0
  let replacement = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 32 && unit !== 9 && unit !== 10 && unit !== 12 && unit !== 13) control++
    else if (unit === 0xfffd) replacement++
    else if (unit >= 0xd800 && unit <= 0xdfff && !isPaired(text, at, unit)) replacement++
  }
  return { control, replacement }
}

function isPaired(text: string, at: number, unit: number): boolean {
  if (unit < 0xdc00) {
    const next = text.charCodeAt(at + 1)
    return next >= 0xdc00 && next <= 0xdfff
  }
  const previous = text.charCodeAt(at - 1)
  return previous >= 0xd800 && previous < 0xdc00
}
