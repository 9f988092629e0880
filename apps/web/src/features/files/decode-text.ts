/** What programs that know no UTF-8 write in China, then what they write in the West: it reads whatever there is. */
const OTHERS = ['gb18030', 'windows-1252']

/** A text by its marks and its bytes. It may be cut in the middle of a character: the last one is left out then. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return decode('utf-16le', bytes) ?? ''
  if (first === 0xfe && second === 0xff) return decode('utf-16be', bytes) ?? ''
  for (const encoding of ['utf-8', ...OTHERS]) {
    const text = decode(encoding, bytes)
    if (text !== null) return text
  }
  return ''
}

function decode(encoding: string, bytes: Uint8Array): string | null {
  try {
    // As a stream: an unfinished character at the end is no fault.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return null
  }
}
