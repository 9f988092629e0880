import type { QuerySources } from '@parley/knowledge'
import { detectLanguage, type Language } from '@parley/text'
import { describe, expect, it } from 'vitest'
import { readingsOf } from './follow-up'
import { queryOf, readQuestion } from './read-question'
import { turnOf } from './testing/conversation-of'
import { FOLLOW_UP_PAIRS, type FollowUpPair } from './testing/follow-up-pairs'

const sources: QuerySources = {
  documents: [
    { id: 'travel', name: '差旅制度' },
    { id: 'purchase', name: '采购制度' },
    { id: 'travel-en', name: 'Travel policy' },
    { id: 'leave-en', name: 'Leave policy' },
  ],
  collections: [],
  channels: [],
}

const read = (text: string) => readQuestion(text, { turn: { ...turnOf(text), sources } })

/** What a follow-up is taken to ask first. */
function readFirst([last, next]: FollowUpPair): string {
  return readingsOf(next, read(last), read)[0]?.question ?? ''
}

const isRight = (pair: FollowUpPair) => readFirst(pair) === (pair[2] ?? pair[1])

describe('what is asked next', () => {
  it.each(['zh', 'en'] as const)(
    'is completed from the question before, or left alone where the topic changed: %s',
    (language: Language) => {
      const pairs = FOLLOW_UP_PAIRS.filter(([last]) => detectLanguage(last) === language)
      const wrong = pairs.filter((pair) => !isRight(pair)).map((pair) => [...pair, readFirst(pair)])
      console.info(`follow-ups read as meant, ${language}: ${pairs.length - wrong.length} of ${pairs.length}`)
      expect(pairs.length).toBeGreaterThanOrEqual(20)
      expect(wrong).toEqual([])
    },
  )

  it('takes nothing over in the query where the topic changed', () => {
    for (const [last, next] of FOLLOW_UP_PAIRS.filter(([, , meant]) => meant === null)) {
      const [first] = readingsOf(next, read(last), read)
      const scene = { turn: { ...turnOf(next), sources }, text: next, state: { lastQuery: read(last) } }
      const query = queryOf(first!, scene)
      expect(query.parts.filter(({ source }) => source === 'carried')).toEqual([])
    }
  })
})
