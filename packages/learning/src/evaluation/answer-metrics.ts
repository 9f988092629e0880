/** SQuAD measures (Rajpurkar et al. 2016); Chinese, which has no spaces, is compared character by character (CMRC 2018). */

/** 1 when prediction and some gold answer are the same but for case, punctuation and articles. */
export function exactMatch(prediction: string, golds: readonly string[]): number {
  const own = answerTokens(prediction).join(' ')
  return golds.some((gold) => answerTokens(gold).join(' ') === own) ? 1 : 0
}

/** Harmonic mean of token precision and recall, against the nearest gold answer. */
export function tokenF1(prediction: string, golds: readonly string[]): number {
  const own = answerTokens(prediction)
  return Math.max(0, ...golds.map((gold) => overlapF1(own, answerTokens(gold))))
}

/** Whether the text holds a gold answer, but for case and white space. */
export function holdsAnswer(text: string, golds: readonly string[]): boolean {
  const plain = squeeze(text)
  return golds.some((gold) => plain.includes(squeeze(gold)))
}

export interface Judged {
  readonly confidence: number
  readonly isRight: boolean
}

/**
 * Area under the risk–coverage curve (Geifman & El-Yaniv 2017): the share of wrong answers among the most confident
 * n, averaged over all n. 0 is best.
 */
export function riskCoverageArea(judged: readonly Judged[]): number {
  const sorted = [...judged].sort((a, b) => b.confidence - a.confidence)
  let wrong = 0
  let area = 0
  sorted.forEach((answer, at) => {
    if (!answer.isRight) wrong++
    area += wrong / (at + 1)
  })
  return sorted.length === 0 ? 0 : area / sorted.length
}

/** The largest share of questions that can be answered with at most this share of the answers wrong. */
export function coverageAtRisk(judged: readonly Judged[], risk: number): number {
  const sorted = [...judged].sort((a, b) => b.confidence - a.confidence)
  let wrong = 0
  let covered = 0
  sorted.forEach((answer, at) => {
    if (!answer.isRight) wrong++
    if (wrong <= risk * (at + 1)) covered = at + 1
  })
  return sorted.length === 0 ? 0 : covered / sorted.length
}

function answerTokens(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}]/gu, ' ')
  const words = plain.match(/\p{Script=Han}|[^\s\p{Script=Han}]+/gu) ?? []
  return words.filter((word) => !/^(?:a|an|the)$/.test(word))
}

function overlapF1(prediction: readonly string[], gold: readonly string[]): number {
  const left = new Map<string, number>()
  for (const token of gold) left.set(token, (left.get(token) ?? 0) + 1)
  let shared = 0
  for (const token of prediction) {
    const count = left.get(token) ?? 0
    if (count > 0) shared++
    left.set(token, count - 1)
  }
  return shared === 0 ? 0 : (2 * shared) / (prediction.length + gold.length)
}

function squeeze(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}
