import type { EarlierLine, ReplyScene } from './reply-scene'

/** What is measured of a message and an earlier line. Those of lines by the same person have weights of their own. */
export const PAIR_FEATURES = [
  'place',
  'just-before',
  'second-before',
  'near',
  'age',
  'same-minute',
  'hour-old',
  'last-of-author',
  'author-since',
  'speaker-since',
  'speaker-silent-since',
  'addresses',
  'addresses-last',
  'names',
  'names-another',
  'is-addressed',
  'addresses-another',
  'both-name',
  'talked-before',
  'taken-up',
  'asks',
  'asks-unanswered',
  'both-ask',
  'answers-question',
  'thanks',
  'assents',
  'continues',
  'after-greeting',
  'after-thanks',
  'size',
  'shared',
  'rarest',
  'likeness',
  'most-alike',
  'near-likeness',
] as const

/** What speaks for a message that answers nothing. */
export const NONE_FEATURES = [
  'always',
  'addresses',
  'names',
  'asks',
  'thanks',
  'assents',
  'greets',
  'continues',
  'size',
  'silence',
  'speaker-silent',
  'speaker-place',
  'speaker-named',
  'likeness',
  'shared',
  'alone',
  'asks-new',
  'greets-new',
] as const

const flag = (holds: boolean): number => (holds ? 1 : 0)

export function pairFeatures(scene: ReplyScene, earlier: EarlierLine): number[] {
  return [
    ...placeFeatures(earlier),
    ...nameFeatures(scene, earlier),
    ...actFeatures(scene, earlier),
    ...wordFeatures(scene, earlier),
  ]
}

function placeFeatures({ distance, ageMinutes, byAuthorSince, bySpeakerSince }: EarlierLine): number[] {
  return [
    Math.log(distance),
    flag(distance === 1),
    flag(distance === 2),
    flag(distance <= 5),
    Math.log1p(ageMinutes),
    flag(ageMinutes < 1),
    flag(ageMinutes > 60),
    flag(byAuthorSince === 0),
    Math.log1p(byAuthorSince),
    Math.log1p(bySpeakerSince),
    flag(bySpeakerSince === 0),
  ]
}

function nameFeatures(
  { line, named, partners }: ReplyScene,
  { line: other, named: its, ...one }: EarlierLine,
): number[] {
  const addresses = named.addressed.has(other.author)
  const names = named.anywhere.has(other.author)
  return [
    flag(addresses),
    flag(addresses && one.byAuthorSince === 0),
    flag(names),
    flag(!names && named.anywhere.size > 0),
    flag(its.anywhere.has(line.author)),
    flag(its.anywhere.size > 0 && !its.anywhere.has(line.author)),
    flag([...its.anywhere].some((author) => named.anywhere.has(author))),
    flag(partners.has(other.author)),
    flag(one.isTakenUp),
  ]
}

function actFeatures({ line: { cues } }: ReplyScene, { line: other, ...one }: EarlierLine): number[] {
  const asks = other.cues.isQuestion
  return [
    flag(asks),
    flag(asks && !one.isTakenUp),
    flag(asks && cues.isQuestion),
    flag(asks && !cues.isQuestion && one.distance <= 5),
    flag(cues.isThanks),
    flag(cues.isAssent),
    flag(cues.isContinued),
    flag(other.cues.isGreeting),
    flag(other.cues.isThanks),
    other.cues.size / 5,
  ]
}

function wordFeatures({ highestLikeness }: ReplyScene, { shared, rarest, likeness, distance }: EarlierLine): number[] {
  const isMostAlike = likeness > 0 && likeness === highestLikeness
  return [shared, rarest / 4, likeness * 10, flag(isMostAlike), distance <= 5 ? likeness * 10 : 0]
}

export function noneFeatures({ line, named, earlier }: ReplyScene): number[] {
  const { cues } = line
  const own = earlier.find((one) => one.line.author === line.author)
  const others = earlier.filter((one) => one.line.author !== line.author)
  const isNew = own === undefined
  return [
    1,
    flag(named.addressed.size > 0),
    flag(named.anywhere.size > 0),
    flag(cues.isQuestion),
    flag(cues.isThanks),
    flag(cues.isAssent),
    flag(cues.isGreeting),
    flag(cues.isContinued),
    cues.size / 5,
    Math.log1p(earlier[0]?.ageMinutes ?? 0),
    flag(isNew),
    own ? Math.log(own.distance) : 0,
    flag(earlier.some((one) => one.named.anywhere.has(line.author))),
    Math.max(0, ...others.map((one) => one.likeness)) * 10,
    Math.max(0, ...earlier.map((one) => one.shared)),
    flag(earlier.length === 0),
    flag(isNew && cues.isQuestion),
    flag(isNew && cues.isGreeting),
  ]
}
