import type { MessageCard } from '@parley/protocol'

export type ConfidenceWords =
  | 'web.assistant.wellSupported'
  | 'web.assistant.oneSource'
  | 'web.assistant.weak'
  | 'web.assistant.notKnown'

const WEAK_BELOW = 0.5

/** Confidence as a person would say it. */
export function confidenceWords({ kind, citations, said = [], confidence }: MessageCard): ConfidenceWords {
  const sources = citations.length + said.length
  if (kind === 'unknown' || sources === 0) return 'web.assistant.notKnown'
  if (confidence !== null && confidence < WEAK_BELOW) return 'web.assistant.weak'
  return sources === 1 ? 'web.assistant.oneSource' : 'web.assistant.wellSupported'
}
