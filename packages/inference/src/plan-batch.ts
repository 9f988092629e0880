/** What the planner must know of a waiting text. */
export interface WaitingText {
  /** Texts with one key are one row of the batch. */
  readonly key: string
  readonly tokenCount: number
  readonly priority: 'interactive' | 'background'
  readonly queuedAtMs: number
}

export interface BatchLimits {
  /** Rows × longest row, padding included, when somebody waits for the answer. */
  readonly interactiveTokens: number
  /** Smaller: a background batch under way is what an interactive text waits for. */
  readonly backgroundTokens: number
  /** After this wait an interactive text goes before shorter ones. */
  readonly interactivePatienceMs: number
  /** After this wait a background text is treated as interactive. */
  readonly backgroundPatienceMs: number
}

/** One batch of 16 × 512 tokens takes 870 MB; these bounds keep a quarter of that. */
export const DEFAULT_LIMITS: BatchLimits = {
  interactiveTokens: 2048,
  backgroundTokens: 512,
  interactivePatienceMs: 250,
  backgroundPatienceMs: 5000,
}

/**
 * Chooses the texts of the next batch: interactive before background, overdue before short, short before long.
 * Around the first text the batch is filled with those closest to it in length, so that little is padding.
 *
 * @returns the chosen texts, at least one unless none waits; duplicates of a chosen text come along.
 */
export function planBatch<T extends WaitingText>(waiting: readonly T[], limits: BatchLimits, nowMs: number): T[] {
  const ranked = waiting.map((text) => rank(text, limits, nowMs))
  const first = ranked.reduce<Ranked<T> | undefined>(
    (best, next) => (best === undefined || isBefore(next, best) ? next : best),
    undefined,
  )
  if (first === undefined) return []
  const budget = first.isUrgent ? limits.interactiveTokens : limits.backgroundTokens
  const candidates = ranked
    .filter((other) => other.isUrgent === first.isUrgent)
    .sort((a, b) => distance(a, first) - distance(b, first))
  const keys = fillRows(
    [first, ...candidates].map(({ text }) => text),
    budget,
  )
  return waiting.filter((text) => keys.has(text.key))
}

interface Ranked<T> {
  readonly text: T
  /** To be computed before all background texts. */
  readonly isUrgent: boolean
  readonly isOverdue: boolean
}

function rank<T extends WaitingText>(text: T, limits: BatchLimits, nowMs: number): Ranked<T> {
  const waitedMs = nowMs - text.queuedAtMs
  const isBackgroundOverdue = text.priority === 'background' && waitedMs >= limits.backgroundPatienceMs
  const isInteractiveOverdue = text.priority === 'interactive' && waitedMs >= limits.interactivePatienceMs
  return {
    text,
    isUrgent: text.priority === 'interactive' || isBackgroundOverdue,
    isOverdue: isInteractiveOverdue || isBackgroundOverdue,
  }
}

function isBefore(a: Ranked<WaitingText>, b: Ranked<WaitingText>): boolean {
  if (a.isUrgent !== b.isUrgent) return a.isUrgent
  if (a.isOverdue !== b.isOverdue) return a.isOverdue
  if (a.isOverdue) return a.text.queuedAtMs < b.text.queuedAtMs
  return a.text.tokenCount < b.text.tokenCount
}

const distance = (a: Ranked<WaitingText>, b: Ranked<WaitingText>): number =>
  Math.abs(a.text.tokenCount - b.text.tokenCount)

/** A batch of so many tokens is worth a pass of its own; a smaller one is better filled up, whatever is padding in it. */
const WORTH_A_PASS = 192
/** Of a batch that is worth a pass, this share of the rows may be padding. */
const MAX_PADDING = 0.2

function fillRows(ordered: readonly WaitingText[], budget: number): Set<string> {
  const keys = new Set<string>()
  let [longest, tokens] = [0, 0]
  for (const { key, tokenCount } of ordered) {
    if (keys.has(key)) continue
    const length = Math.max(longest, tokenCount)
    const filled = (keys.size + 1) * length
    const isMostlyPadding = tokens >= WORTH_A_PASS && tokens + tokenCount < (1 - MAX_PADDING) * filled
    if (keys.size > 0 && (filled > budget || isMostlyPadding)) break
    keys.add(key)
    longest = length
    tokens += tokenCount
  }
  return keys
}
