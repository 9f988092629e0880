import type { Days } from './period'

/** One way to name a stretch of time. */
export interface PeriodRule {
  /** Source of an expression; its groups are what `read` gets, an absent one as undefined. */
  readonly pattern: string
  /** Null where the words turn out to name none. */
  read(groups: readonly (string | undefined)[], today: string): Days | null
  /** Whether the words leave the year open. Default: they do not. */
  isAnyYear?(groups: readonly (string | undefined)[]): boolean
}
