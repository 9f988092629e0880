import { expect, test } from 'vitest'
import type { Rule, TextPattern } from './rule'
import { RuleBook } from './rule-book'
import type { RuleScene } from './rule-scene'

/** As many as a workspace may have: 200 rules, 50 of them with regular expressions, and 5,000 terms of dictionaries. */
function fullBook(): RuleBook {
  const pattern = (index: number): TextPattern => {
    if (index % 4 === 0) return { how: 'regex', text: `(?:报销|ticket)[- ]?\\d{2,8}-${index}` }
    return index % 4 === 1 ? { how: 'wildcard', text: `申请*第${index}号` } : { how: 'words', text: `编号${index}` }
  }
  const rules = Array.from({ length: 200 }, (_unused, index): Rule => {
    const { when, conclusion } = {
      when: [{ kind: 'text', patterns: [pattern(index), { how: 'words', text: `project ${index}` }] }] as const,
      conclusion: { about: 'urgency', value: 'high' } as const,
    }
    return {
      id: String(index),
      name: String(index),
      definition: { kind: 'if-then', when, conclusion, strength: { kind: 'must' } },
    }
  })
  const terms = Array.from({ length: 5_000 }, (_unused, index) => ({
    ...{ term: index % 2 === 0 ? `产品${index.toString(36)}型` : `product ${index.toString(36)} line`, aliases: [] },
  }))
  return new RuleBook([...rules, { id: 'd', name: 'd', definition: { kind: 'dictionary', entity: 'part', terms } }])
}

const MESSAGES = Array.from({ length: 500 }, (_unused, index) =>
  index % 2 === 0
    ? `麻烦看一下报销-2026-${index}，还有产品${index.toString(36)}型的编号${index}，周五前申请到第${index}号，谢谢`
    : `Could you check ticket 2026-${index} and product ${index.toString(36)} line for project ${index} by Friday, please`,
)

test('a message costs under 0.3 ms more at the limits of rules and terms', () => {
  const book = fullBook()
  const read = (text: string) => {
    const { patterns } = book.look(text)
    const nothing = {
      slots: [],
      relations: [],
      language: 'zh',
      speakerId: 'me',
      intent: null,
      tone: undefined,
    } as const
    const scene: RuleScene = { ...nothing, found: { patterns } }
    return ['intent', 'act', 'urgency', 'task'].flatMap((about) => book.firing(about as 'intent', scene))
  }
  const fired = MESSAGES.flatMap(read)
  expect(fired.length).toBeGreaterThan(100)
  // What it computes, not how long it waits for a machine that others use.
  const started = process.cpuUsage()
  for (const message of MESSAGES) read(message)
  const each = process.cpuUsage(started).user / 1_000 / MESSAGES.length
  console.info(`rules cost ${each.toFixed(3)} ms a message at the limits`)
  expect(each).toBeLessThan(0.3)
})
