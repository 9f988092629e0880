/** A stretch of a text that may be a name. UTF-16 offsets into that text. */
export interface NamePhrase {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** Finds names next to a relation's words, in one language. `at`: where the stretch begins in the text. */
export interface NamePhraseReader {
  /** What stands right before the relation's words: the last name, or a list that ends there. */
  before(stretch: string, at: number): NamePhrase[]
  /** What follows them: the first name, or a list that begins there. */
  after(stretch: string, at: number): NamePhrase[]
}
