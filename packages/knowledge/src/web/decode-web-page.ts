import { decodeDocument } from '../decode-document'

/** How far into a page browsers look for its encoding. */
const HEAD_BYTES = 4_096
const IN_HEADER = /charset\s*=\s*"?([\w-]+)/i
const IN_PAGE = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)/i

/**
 * The text of a page in the encoding that its server or it itself names; where none is named, or what it names is not so,
 * as any document.
 *
 * @throws UnreadableDocumentError
 */
export function decodeWebPage(bytes: Uint8Array, contentType = ''): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES))
  const named = IN_HEADER.exec(contentType)?.[1] ?? IN_PAGE.exec(head)?.[1]
  return (named && tryDecode(bytes, named)) ?? decodeDocument(bytes)
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
