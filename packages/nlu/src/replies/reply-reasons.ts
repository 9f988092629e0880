import { PAIR_FEATURES } from './pair-features'

/** What can speak for an answer, in words that people know. */
export const REPLY_REASONS = ['names', 'asks', 'acts', 'words', 'meaning', 'talking', 'place'] as const
export type ReplyReason = (typeof REPLY_REASONS)[number]

type Feature = (typeof PAIR_FEATURES)[number]

const reasonOf: Readonly<Record<Feature, ReplyReason>> = {
  place: 'place',
  'just-before': 'place',
  'second-before': 'place',
  near: 'place',
  age: 'place',
  'same-minute': 'place',
  'hour-old': 'place',
  'last-of-author': 'place',
  'author-since': 'place',
  'speaker-since': 'place',
  'speaker-silent-since': 'place',
  addresses: 'names',
  'addresses-last': 'names',
  names: 'names',
  'names-another': 'names',
  'is-addressed': 'talking',
  'addresses-another': 'talking',
  'both-name': 'talking',
  'talked-before': 'talking',
  'taken-up': 'talking',
  asks: 'asks',
  'asks-unanswered': 'asks',
  'both-ask': 'asks',
  'answers-question': 'asks',
  thanks: 'acts',
  assents: 'acts',
  continues: 'acts',
  'after-greeting': 'acts',
  'after-thanks': 'acts',
  size: 'acts',
  shared: 'words',
  rarest: 'words',
  likeness: 'meaning',
  'most-alike': 'meaning',
  'near-likeness': 'meaning',
}

/** What counts for less than this, in units of log-odds, is no reason. */
const LEAST = 0.2
const MOST = 3

/**
 * Why an earlier line was chosen: what its features add to its score beyond the mean of the other lines, by kind, the
 * strongest first.
 *
 * @param rows Of the earlier lines, newest first; a line's features stand in one of the two halves.
 */
export function replyReasons(rows: readonly Float32Array[], chosen: number, weights: Float32Array): ReplyReason[] {
  const sums = new Map<ReplyReason, number>()
  const others = rows.filter((_, at) => at !== chosen)
  for (let at = 0; at < 2 * PAIR_FEATURES.length; at++) {
    const mean = others.reduce((sum, row) => sum + (row[at] as number), 0) / Math.max(1, others.length)
    const gain = ((rows[chosen]?.[at] ?? 0) - mean) * (weights[at] as number)
    const reason = reasonOf[PAIR_FEATURES[at % PAIR_FEATURES.length] as Feature]
    sums.set(reason, (sums.get(reason) ?? 0) + gain)
  }
  return [...sums]
    .filter(([, gain]) => gain >= LEAST)
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST)
    .map(([reason]) => reason)
}
