import { queryTerms, segmentWords } from '@parley/text'
import { isQuestionWord } from './question-words'

/** Words by which people give a reason, and the colon after which they do. */
const CUE =
  /\b(?:because|cause[ds]?|due to|thanks to|therefore|hence|as a result|reasons?|in order|so (?:that|we|it|they|nobody|no one)|since (?!(?:\d|the (?:start|beginning)|last|this|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)\b)|otherwise|to (?:avoid|prevent|protect|save|make sure|ensure|comply|keep)|by design|on purpose|comes? from|(?:a )?bug|fault)\b|因|由于|为了|以免|免得|避免|防止|以防|以致|所以|原因|导致|造成|引起|才能|否则|不然|怕|是.{2,20}(?:问题|坏了|老化|没.+)|[:：]\s*\S.{6}/iu

/** Whether a text gives a reason, by its words. */
export const givesReason = (text: string): boolean => CUE.test(text)

/** Words that a sentence needs beside those of a question to say why it is so. */
const LEAST_ADDED = 2

/** Whether a text only says again what a question asks the reason of. */
export function restates(text: string, question: string): boolean {
  if (givesReason(text)) return false
  const asked = new Set(queryTerms(question))
  const isAsked = (word: string) => question.includes(word) || queryTerms(word).every((term) => asked.has(term))
  const added = segmentWords(text).filter(
    ({ text: word }) => word.length > 1 && !isQuestionWord(word.toLowerCase()) && !isAsked(word),
  )
  return added.length < LEAST_ADDED
}
