import type { Language } from '@parley/text'
import { type Anchors, anchorsOf } from './anchors'
import { bridgeQuestion, type Concept, rephraseQuestion } from './glossary'
import { topicOf } from './meets-topic'
import { thingAskedAbout } from './named-rows/thing-asked-about'
import { questionTerms } from './passage-terms'
import { searchedText } from './query/read-query'
import type { AnswerType, StructuredQuery } from './query/structured-query'

export interface QuestionAnalysis {
  /** What is searched: without the words that say where to look. */
  readonly text: string
  readonly language: Language
  readonly type: AnswerType
  /** Content words, as search terms. */
  readonly terms: readonly string[]
  /** What it speaks of in words of the other language, as far as the glossary knows. */
  readonly concepts: readonly Concept[]
  /** The same in words of its own language. */
  readonly synonyms: readonly Concept[]
  /** What of it every language writes or says alike. */
  readonly anchors: Anchors
  /** What "battery test" is about, as each language says it; empty where more is said, or a question is asked. */
  readonly topic: Readonly<Record<Language, readonly Concept[]>>
  /** The thing of which it is asked what it is, by its name; null where something else is asked. */
  readonly thing: string | null
  /** Codes and numbers that an answer must speak of: `E07`, `SEV1`, `2025`. Lower case. */
  readonly identifiers: readonly string[]
}

/** What is looked for, of a question that was read: content words, names, codes. No model. */
export function analyseQuestion(query: StructuredQuery): QuestionAnalysis {
  const { language, answerType: type } = query
  const text = searchedText(query)
  return {
    ...{ text, language, type, terms: questionTerms(text) },
    concepts: bridgeQuestion(text, language),
    synonyms: rephraseQuestion(text, language),
    anchors: anchorsOf(text, language),
    topic: { zh: topicOf(query, 'zh'), en: topicOf(query, 'en') },
    thing: thingAskedAbout(text),
    identifiers: identifiersOf(text),
  }
}

function identifiersOf(text: string): string[] {
  const words = text.normalize('NFKC').match(/[A-Za-z]*[-.]?\d[\dA-Za-z.-]*/g) ?? []
  return [...new Set(words.map((word) => word.toLowerCase().replace(/[.-]+$/, '')))]
}
