/** Something that can be named in a question and has an id. */
export interface NamedSource {
  readonly id: string
  readonly name: string
}

/** Something of the graph, by all the names that it may be called by, as names are compared. */
export interface NamedThing extends NamedSource {
  readonly keys: readonly string[]
}

/** What the asker may read and so may name; what is not in here is no source but words like any others. */
export interface QuerySources {
  readonly documents: readonly NamedSource[]
  readonly collections: readonly NamedSource[]
  readonly channels: readonly NamedSource[]
  /** What it may be about. */
  readonly entities?: readonly NamedThing[]
}

export const NO_SOURCES: QuerySources = { documents: [], collections: [], channels: [] }
