import { loadPack } from '../packs/intent-pack'
import { loadRequestPack } from '../requests/request-pack'
import { withoutCode } from './without-code'
import { isWordLike, learnSpelling } from './word-likeness'

const SPELLING = learnSpelling([loadPack(), loadRequestPack()])

/** Laughter and other sounds. */
const SOUNDS =
  /[哈呵嘿嘻嘎啊哦噢呃额唉哎呜]{2,}|(?<![\p{L}])(?:(?:ha|he|hi|ho){2,}h?|l+o+l+|lmf?ao|rofl|[hH]m+|[xX]d)(?![\p{L}])/giu
/** Words that hold a sentence together and say nothing alone. */
const FRAME =
  /^(?:a|an|the|to|of|in|on|at|by|for|and|or|it|is|be|this|that|these|those|you|me|my|your|we|us|our|i|please|pls|could|can|would|will|do|does)$/
const FRAME_ZH = /[请把将被帮我你您的了吧吗呢啊给一下个这那这些那些]/gu

/** Whether a message says anything in words: marks, numbers, code, laughter, a bare “please” and struck keys do not. */
export function saysSomething(message: string): boolean {
  const text = withoutCode(message).replace(SOUNDS, ' ')
  return HAN.test(text.replace(FRAME_ZH, '')) || wordsOf(text).filter(isOwn).some(isSpeltWell)
}

/** Whether a title names something that can be done: a word of its own, and not one word over and over. */
export function hasSubstance(title: string): boolean {
  const text = title.replace(SOUNDS, ' ')
  const characters = new Set(text.replace(FRAME_ZH, '').match(/\p{Script=Han}/gu))
  const words = wordsOf(text).filter(isOwn)
  const isOneOverAndOver = words.length > 1 && new Set(words).size === 1
  return characters.size > 1 || (!isOneOverAndOver && words.some(isSpeltWell))
}

const HAN = /\p{Script=Han}/u
const isOwn = (word: string) => !FRAME.test(word.toLowerCase())
const isSpeltWell = (word: string) => isWordLike(word, SPELLING)
/** Runs of letters that are no Chinese characters. */
const wordsOf = (text: string): string[] =>
  text.match(/(?:(?!\p{Script=Han})\p{L})(?:(?!\p{Script=Han})[\p{L}'’])*/gu) ?? []
