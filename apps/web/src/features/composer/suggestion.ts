import type { User } from '@parley/protocol'

/** Something to put in the place of what is being typed. */
export interface Suggestion {
  readonly id: string
  readonly label: string
  /** Right after the label, quieter: what a command takes. */
  readonly detail?: string
  /** Smaller, beside it: another name, what it means. */
  readonly note: string
  readonly picture:
    | { readonly user: User }
    | { readonly emoji: string }
    | 'everyone'
    | 'group'
    | 'command'
    | 'integration'
  readonly inserted: string
}

export const MOST_SUGGESTED = 6
