import type { TurnResult } from '@parley/dialogue'
import type { Understanding } from '@parley/nlu'
import { describe, expect, it } from 'vitest'
import { judgeTurn, slotsAfter } from './judge-turn'

const intent = { name: null, confidence: 0, threshold: 0.5, ranking: [], nearestExamples: [], features: 'ngrams' }
const understanding: Understanding = { language: 'en', intent, slots: [] }

const result = (changes: Partial<TurnResult> = {}): TurnResult => ({
  state: { version: 1, language: 'en', flow: null, history: [] },
  reply: {
    kind: 'flow',
    text: 'Please Confirm two copies.',
    language: 'en',
    citations: [],
    reasons: [],
    confidence: null,
  },
  acts: [],
  faults: [],
  ...changes,
})

const flow = { name: 'order_book', step: 'confirm', slots: { title: 'Dune', quantity: 2 } }
const inFlow = result({ state: { version: 1, language: 'en', flow, history: [] } })
const judge = (expected: Parameters<typeof judgeTurn>[0], turn = inFlow) =>
  judgeTurn(expected, turn, slotsAfter(turn, understanding, []))

describe('a turn', () => {
  it('is right when kind, words and slots are as expected', () => {
    const expected = {
      contains_any: ['absent', 'confirm'],
      not_contains: ['three'],
      slots: { title: '《dune》', quantity: 2 },
    }
    expect(judge({ kind: ['answer', 'flow'], ...expected })).toEqual([])
  })

  it('is wrong, with a line for each mistake', () => {
    const expected = { contains_any: ['absent'], not_contains: ['two copies'], slots: { quantity: 3, room: 'A' } }
    expect(judge({ kind: ['answer'], ...expected })).toEqual([
      'kind is flow, not answer',
      'holds none of: absent',
      'holds: two copies',
      'slot quantity is 2, not 3',
      'slot room is missing, not A',
    ])
  })

  it('knows the slots of a flow that it completed and of a task that it made', () => {
    const completed = result({ acts: [{ kind: 'completeFlow', flow: 'order_book', slots: { quantity: 4 } }] })
    expect(judge({ slots: { quantity: 4 } }, completed)).toEqual([])
    const due = '2026-11-27T15:00:00+08:00'
    const task = { title: 'checklist', assigneeId: 'li-na', due, confidence: 1, evidence: [] }
    const made = result({ acts: [{ kind: 'createTask', task }] })
    const slots = slotsAfter(made, understanding, [{ id: 'li-na', name: 'Li Na', aliases: ['李娜'] }])
    expect(judgeTurn({ slots: { assignee: '李娜', due: '2026-11-27' } }, made, slots)).toEqual([])
    expect(judgeTurn({ slots: { due: '2026-11-28' } }, made, slots)).toHaveLength(1)
  })
})
