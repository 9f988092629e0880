/**
 * Why a document cannot be taken in: nothing to read, not text at all, text whose bytes do not decode,
 * or more than one document may hold.
 */
export type UnreadableReason = 'empty' | 'binary' | 'broken-encoding' | 'too-large'

export class UnreadableDocumentError extends Error {
  override readonly name = 'UnreadableDocumentError'
  constructor(readonly reason: UnreadableReason) {
    super(`The document cannot be read: ${reason}`)
  }
}
