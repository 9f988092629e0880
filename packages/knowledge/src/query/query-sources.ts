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

/** Whether a text may name a source at all, so that nobody lists sources for one that does not. */
export const mayNameSource = (text: string): boolean => FRAME.test(text)

const FRAME =
  /#|《|"|“|「|\b(?:in|from|per|under|within|does|do|to|of)\b|^[^:：]{2,60}[:：]|里|中|内|根据|依据|按|规定|怎么[说写]|频道/i
