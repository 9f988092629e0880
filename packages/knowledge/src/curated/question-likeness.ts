import type { Concept } from '../glossary'
import { type LogisticModel, predictLogistic } from '../logistic'
import type { AnswerType } from '../query/structured-query'
import trained from './likeness-model.json'
import { areOpposite } from './opposites'
import { type QuestionSketch, sketchCosine } from './question-sketch'
import { areTurnedRound } from './turned-round'

/** How likely two questions ask for the same, and from where on that is taken for true. */
export interface LikenessModel {
  readonly model: LogisticModel
  /** One answer may be given for both. */
  readonly same: number
  /** Both are about one matter. */
  readonly akin: number
}

export type LikenessModels = Readonly<Record<'hybrid' | 'lexical', LikenessModel>>
export const LIKENESS_MODELS: LikenessModels = trained

/** The model that two questions are compared by: without both their vectors, by words alone. */
export const likenessModelOf = (one: QuestionSketch, other: QuestionSketch, models = LIKENESS_MODELS): LikenessModel =>
  models[one.vector && other.vector ? 'hybrid' : 'lexical']

/** Calibrated probability that both ask for the same; 0 where numbers differ, or one asks for the opposite or the other way round. */
export function questionLikeness(one: QuestionSketch, other: QuestionSketch, models = LIKENESS_MODELS): number {
  if (isSameText(one.text, other.text)) return 1
  if (areOpposite(one.text, other.text) || haveOtherNumbers(one, other)) return 0
  const judged = predictLogistic(likenessModelOf(one, other, models).model, likenessFeatures(one, other))
  const likeness = saysTheSame(one, other) ? Math.max(judged, SAME_WORDS) : judged
  // Looked for last, and only in what comes near: it costs more than all the rest.
  return likeness >= NEAR && areTurnedRound(one.text, other.text) ? 0 : likeness
}

const NEAR = 0.2
const SAME_WORDS = 0.95

/** The same words in another order, asking for the same kind of thing. */
function saysTheSame(one: QuestionSketch, other: QuestionSketch): boolean {
  const [words, others] = [new Set(one.terms), new Set(other.terms)]
  const isAlike = words.size > 1 && words.size === others.size && [...words].every((word) => others.has(word))
  return isAlike && (one.type === other.type || [one.type, other.type].every((type) => AMOUNTS.has(type)))
}

const AMOUNTS: ReadonlySet<AnswerType> = new Set(['duration', 'quantity'])

/** Whether one answer may be given for both. */
export function areSameQuestion(one: QuestionSketch, other: QuestionSketch): boolean {
  return questionLikeness(one, other) >= likenessModelOf(one, other).same
}

/** In the order of the trained weights. */
export function likenessFeatures(one: QuestionSketch, other: QuestionSketch): number[] {
  const isCross = one.language !== other.language
  const cover = (coverage(one, other) + coverage(other, one)) / 2
  const words = isCross ? [0, cover, 1] : [cover, 0, 0]
  const types = [one.type === other.type ? 1 : 0, areTypesApart(one.type, other.type) ? 1 : 0]
  if (!one.vector || !other.vector) return [...words, ...types]
  const cosine = sketchCosine(one.vector, other.vector)
  // Straight: a curve fitted where wordings are at most alike turned down for those that are nearly the same.
  return [...words, ...types, cosine, isCross ? cosine : 0]
}

/** Kinds of answers that stand in for one another: "how long" may be asked as "when", "how many" as "how much". */
const NEAR_TYPES: readonly ReadonlySet<AnswerType>[] = [
  new Set(['time', 'duration', 'quantity', 'yes-no']),
  new Set(['money', 'quantity', 'yes-no']),
  new Set(['procedure', 'place', 'person', 'definition', 'yes-no']),
]

const areTypesApart = (one: AnswerType, other: AnswerType): boolean =>
  one !== other && one !== 'other' && other !== 'other' && !NEAR_TYPES.some((near) => near.has(one) && near.has(other))

/** Which share of what one question speaks of the other speaks of too, as far as the glossary and the words tell. */
function coverage(one: QuestionSketch, other: QuestionSketch): number {
  const held = new Set(other.terms)
  if (one.language !== other.language) return shareOf(one.concepts, (concept) => isHeld(concept, held), UNKNOWN_SHARE)
  const known = new Set(one.synonyms.filter((concept) => isHeld(concept, held)).flatMap((forms) => forms.flat()))
  return shareOf(one.terms, (term) => held.has(term) || known.has(term), 0)
}

/** Of a question in whose words the glossary knows nothing. */
const UNKNOWN_SHARE = 0.3

const isHeld = (concept: Concept, held: ReadonlySet<string>) =>
  concept.some((form) => form.every((term) => held.has(term)))

const shareOf = <Part>(parts: readonly Part[], isMet: (part: Part) => boolean, ofNone: number): number =>
  parts.length === 0 ? ofNone : parts.filter(isMet).length / parts.length

function haveOtherNumbers({ anchors: { numbers } }: QuestionSketch, { anchors: other }: QuestionSketch): boolean {
  return numbers.size > 0 && other.numbers.size > 0 && ![...numbers].some((number) => other.numbers.has(number))
}

const isSameText = (one: string, other: string): boolean => plain(one) === plain(other)

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]+/gu, '')
