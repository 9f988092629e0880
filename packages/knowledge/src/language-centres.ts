import type { Language } from '@parley/text'
import trained from './language-centres.json'

/** Mean sentence vectors of one encoder, by language, of questions and of passages. */
export interface LanguageCentres {
  readonly encoderId: string
  readonly questions: Readonly<Record<Language, readonly number[]>>
  readonly passages: Readonly<Record<Language, readonly number[]>>
}

const KNOWN: readonly LanguageCentres[] = trained

/** Measures how near texts come to one question. */
export interface AffinityScale {
  readonly question: Float32Array
  /** It less the mean of questions in its language; of no particular length. */
  readonly centredQuestion: Float32Array
  /**
   * Cosine after the mean of its kind and language is taken off each vector (Mu & Viswanath 2018, all-but-the-top).
   *
   * @param dot of the text's unit vector with another
   */
  affinity(dot: (other: Float32Array) => number, language: Language): number
}

/** For an encoder whose centres are not known nothing is taken off: affinities are then plain cosines. */
export function affinityScale(encoderId: string, question: Float32Array, language: Language): AffinityScale {
  const centres = KNOWN.find((known) => known.encoderId === encoderId)
  const asked = vectorOf(centres?.questions[language], question.length)
  const centred = question.map((value, at) => value - asked[at]!)
  const length = Math.sqrt(dotProduct(centred, centred)) || 1
  const usual = {
    zh: vectorOf(centres?.passages.zh, question.length),
    en: vectorOf(centres?.passages.en, question.length),
  }
  return {
    question,
    centredQuestion: centred,
    affinity(dot, textLanguage) {
      const centre = usual[textLanguage]
      const textLength = Math.sqrt(Math.max(1e-6, 1 - 2 * dot(centre) + dotProduct(centre, centre)))
      return (dot(centred) - dotProduct(centred, centre)) / (length * textLength)
    },
  }
}

/** What an encoder's passages have in common whatever their language; nothing where its centres are not known. */
export function passageCentre(encoderId: string, dimensions: number): Float32Array {
  const passages = KNOWN.find((known) => known.encoderId === encoderId)?.passages
  const [zh, en] = [vectorOf(passages?.zh, dimensions), vectorOf(passages?.en, dimensions)]
  return zh.map((value, at) => (value + en[at]!) / 2)
}

function vectorOf(values: readonly number[] | undefined, length: number): Float32Array {
  return values ? Float32Array.from(values) : new Float32Array(length)
}

function dotProduct(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!
  return sum
}
