import { foldTraditional, type Language, queryTerms, searchTerms, segmentWords } from '@parley/text'
import { bridgeQuestion, type Concept, rephraseQuestion, unbridgedWords } from './glossary'
import type { StructuredQuery } from './query/structured-query'
import { isQuestionWord } from './question-words'

/** With three words or more, one that is missing may not matter. */
const MOST_WORDS = 2
const LATIN_WORDS = /[A-Za-z][\w-]+/g

/**
 * What "battery test" or 电池测试 is about, where nothing else is said: each word, by any of its forms in the language of
 * the source. What holds half of them is about something else. Empty where a question is asked, or more is said.
 */
export function topicOf({ text, asking, language }: StructuredQuery, source: Language): readonly Concept[] {
  if (asking || !isBare(text)) return []
  const known = language === source ? rephraseQuestion(text, language) : bridgeQuestion(text, language)
  const others = [...unbridgedWords(text, language), ...(language === 'zh' ? (text.match(LATIN_WORDS) ?? []) : [])]
  return [...known, ...others.map((word) => [queryTerms(word)])]
}

/** Nothing but words of content, and few of them. */
function isBare(text: string): boolean {
  const words = segmentWords(foldTraditional(text)).map((word) => word.text)
  const isContent = (word: string) => searchTerms(word).some((term) => !isQuestionWord(term))
  return words.length > 0 && words.length <= MOST_WORDS && words.every(isContent)
}

/** Whether each of them is met. */
export const meetsTopic = (topic: readonly Concept[], terms: ReadonlySet<string>): boolean =>
  topic.every((forms) => forms.some((form) => form.every((term) => terms.has(term))))
