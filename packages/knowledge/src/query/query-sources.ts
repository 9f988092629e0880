/** Something that can be named in a question and has an id. */
export interface NamedSource {
  readonly id: string
  readonly name: string
}

/** What the asker may read and so may name; what is not in here is no source but words like any others. */
export interface QuerySources {
  readonly documents: readonly NamedSource[]
  readonly collections: readonly NamedSource[]
  readonly channels: readonly NamedSource[]
}

export const NO_SOURCES: QuerySources = { documents: [], collections: [], channels: [] }
