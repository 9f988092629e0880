import { foldTraditional, queryTerms, searchTerms, segmentWords } from '@parley/text'
import { questionTerms } from './passage-terms'
import { isQuestionWord } from './question-words'

/** Words by which people give a reason, and the colon after which they do. */
const CUE =
  /\b(?:because|cause[ds]?|due to|thanks to|therefore|hence|as a result|reasons?|in order|so (?:that|we|it|they|nobody|no one)|since (?!(?:\d|the (?:start|beginning)|last|this|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)\b)|otherwise|to (?:avoid|prevent|protect|save|make sure|ensure|comply|keep|maintain)|in (?:response|an effort|an attempt) to|(?:try|trying|tries|tried|aims?|aiming) to|as (?:the|it|they|we|he|she|this|there)|by design|on purpose|comes? from|(?:a )?bug|fault)\b|因|由于|为了|为(?=降低|避免|提高|保[证护障]|减少|防止|方便|满足)|基于|鉴于|遂|于是|为由|出于|考虑到|以[便期求]|使得|从而|以免|免得|避免|防止|以防|以致|所以|原因|导致|造成|引起|才能|否则|不然|怕|是.{2,20}(?:问题|坏了|老化|没.+)|[:：]\s*\S.{6}/iu

/** Whether a text gives a reason, by its words. */
export const givesReason = (text: string): boolean => CUE.test(foldTraditional(text))

/** Words that a sentence needs beside those of a question to say why it is so. */
const LEAST_ADDED = 2

/** Whether a text only says again what a question asks the reason of: it holds all of it, or next to nothing else, and no word that gives one. */
export function restates(text: string, question: string): boolean {
  if (givesReason(text)) return false
  const held = new Set(searchTerms(text))
  return questionTerms(question).every((term) => held.has(term)) || wordsAdded(text, question) < LEAST_ADDED
}

function wordsAdded(text: string, question: string): number {
  const asked = new Set(queryTerms(question))
  const isAsked = (word: string) => question.includes(word) || queryTerms(word).every((term) => asked.has(term))
  return segmentWords(text).filter(
    ({ text: word }) => word.length > 1 && !isQuestionWord(word.toLowerCase()) && !isAsked(word),
  ).length
}
