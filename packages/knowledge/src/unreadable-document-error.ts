/** Why a document cannot be taken in. */
export type UnreadableReason =
  /** Nothing but white space. */
  | 'empty'
  /** No text, and no format known here. */
  | 'binary'
  /** Text in no encoding that can be told. */
  | 'broken-encoding'
  /** More than one document may hold, also once it is unpacked. */
  | 'too-large'
  | 'too-many-pages'
  /** A password is needed. */
  | 'encrypted'
  /** Cut off, or not what it begins as. */
  | 'broken'
  /** Pictures of pages. */
  | 'no-text'
  /** Word, Excel or PowerPoint from before 2007. */
  | 'old-office'
  | 'too-slow'

export class UnreadableDocumentError extends Error {
  override readonly name = 'UnreadableDocumentError'
  constructor(
    readonly reason: UnreadableReason,
    options?: ErrorOptions,
  ) {
    super(`The document cannot be read: ${reason}`, options)
  }
}
