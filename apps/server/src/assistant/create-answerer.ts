import type { Library } from '../library/library'
import type { Answerer } from './converse'

/** Answers from the library. */
export function createAnswerer(library: Library): Answerer {
  return {
    answer: async ({ question, language, mayRead }) => {
      const hits = await library.index.search({ text: question, mayRead, limit: 3 })
      return {
        kind: 'unknown',
        text: '',
        language: language ?? 'en',
        confidence: 0,
        citations: hits.map((hit) => ({
          documentId: hit.passage.documentId,
          passageId: hit.passage.id,
          title: hit.title,
          headingPath: hit.passage.headingPath,
          quote: hit.passage.text,
          start: hit.passage.start,
          end: hit.passage.end,
          score: hit.score,
        })),
        reasons: [],
      }
    },
  }
}
