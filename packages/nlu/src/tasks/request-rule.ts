/** Who is asked, by the rule that matched. */
export type Addressee = 'named' | 'speaker' | 'addressed' | 'nobody'

/**
 * A way to ask for work or to promise it. The pattern reads a segment of a skeleton and names its parts: `who` (a
 * person), `title`, `topic` (what the work is about, when it stands before the verb), `verb` (after the person).
 */
export interface RequestRule {
  readonly pattern: RegExp
  readonly addressee: Addressee
  readonly confidence: number
  /** Weak forms count only before a verb of work. */
  readonly needsWork?: boolean
  /** Weaker ones only with a date, or only with a date that is marked as a deadline. */
  readonly needs?: 'date' | 'deadline'
  /** Whether the form may be put as a question: "could you …?", but not "is Li Na …?". */
  readonly mayAsk?: boolean
  /** The form itself says "task": what follows it is the title, whatever its words. */
  readonly isExplicit?: boolean
  /** It asks whoever is willing: people, never the assistant. */
  readonly isForAnybody?: boolean
  /** No more than a verb: the weakest form. */
  readonly isBare?: boolean
}
