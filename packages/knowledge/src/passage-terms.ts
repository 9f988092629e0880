import { foldTraditional, queryTerms, searchTerms } from '@parley/text'
import type { Passage } from './answer-types'
import { isQuestionWord, withoutInterrogatives } from './question-words'

type Headed = Pick<Passage, 'headingPath' | 'text'>

/** Title and headings once each, outermost first: a document's first heading is often its title again. */
export function headingLine(title: string, headingPath: readonly string[]): string {
  return [...new Set([title, ...headingPath].map((part) => part.trim()))].filter(Boolean).join(' > ')
}

/** What the encoder reads of a passage. Headings say what a passage is about when its text does not. */
export function embeddingText(title: string, passage: Headed): string {
  const line = headingLine(title, passage.headingPath)
  return line === '' ? passage.text : `${line}: ${passage.text}`
}

/** Term frequencies of a passage, its title and headings included. */
export function passageTerms(title: string, passage: Headed): Map<string, number> {
  return countTerms(searchTerms(`${headingLine(title, passage.headingPath)}\n${passage.text}`))
}

/** What a question asks for in words: question words count only when there is nothing else. */
export function questionTerms(question: string): string[] {
  const asked = withoutInterrogatives(foldTraditional(question))
  const terms = [...new Set([...queryTerms(asked), ...searchTerms(asked)])]
  const content = terms.filter((term) => !isQuestionWord(term))
  return content.length > 0 ? content : terms
}

function countTerms(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}
