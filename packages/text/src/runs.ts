/** A maximal stretch of Han characters, or a word of any other script. */
export interface Run {
  readonly text: string
  readonly start: number
  readonly isHan: boolean
}

/** Words of other scripts keep inner dots and apostrophes: node.js, v2.0, don't. */
const RUN =
  /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+(?:[.'’](?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+)*/gu
const HAN_START = /^\p{Script=Han}/u

/** Cuts a text at everything that is neither letter, mark nor digit, and where Han meets another script. */
export function runs(text: string): Run[] {
  return [...text.matchAll(RUN)].map(({ 0: run, index }) => ({ text: run, start: index, isHan: HAN_START.test(run) }))
}
