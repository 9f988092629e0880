import { expect, test } from 'vitest'
import type { RuleStrength } from './rule'
import { type FiringRule, outcomesOf, settleRules } from './settle-rules'

const MUST: RuleStrength = { kind: 'must' }
const MUST_NOT: RuleStrength = { kind: 'must-not' }
const evidence = (weight: number): RuleStrength => ({ kind: 'evidence', weight })
const rule = (id: string, value: string | null, strength: RuleStrength): FiringRule => ({
  ...{ id, name: id, about: 'intent', value, strength, spans: [] },
})

test('the first rule that decides outranks those that follow, and each of them is told by which', () => {
  const settled = settleRules([rule('a', 'order', MUST), rule('b', 'expense', MUST), rule('c', 'order', MUST_NOT)])
  expect(settled.decided).toEqual({ value: 'order' })
  expect([...settled.overruled]).toEqual([
    ['b', 'a'],
    ['c', 'a'],
  ])
})

test('what is forbidden first cannot be decided later, by another rule it can', () => {
  const settled = settleRules([rule('a', 'order', MUST_NOT), rule('b', 'order', MUST), rule('c', 'expense', MUST)])
  expect(settled.decided).toEqual({ value: 'expense' })
  expect([...settled.overruled]).toEqual([['b', 'a']])
})

test('evidence is added up, and says nothing where a rule decides or forbids', () => {
  const weighed = [rule('a', 'order', evidence(1.5)), rule('b', 'order', evidence(-0.5)), rule('c', null, evidence(2))]
  expect([...settleRules(weighed).shifts]).toEqual([
    ['order', 1],
    [null, 2],
  ])
  const decided = settleRules([...weighed, rule('d', 'expense', MUST)])
  expect([...decided.overruled.keys()]).toEqual(['a', 'b', 'c'])
  expect([...decided.shifts]).toEqual([])
  expect([...settleRules([...weighed, rule('d', 'order', MUST_NOT)]).shifts]).toEqual([
    ['order', Number.NEGATIVE_INFINITY],
    [null, 2],
  ])
})

test('it is told whether a rule changed anything', () => {
  const firing = [rule('a', 'order', MUST), rule('b', 'expense', MUST_NOT), rule('c', 'leave', evidence(1))]
  const outcomes = (said: string) =>
    outcomesOf(firing, settleRules(firing), (value) => value === said).map(({ outcome }) => outcome)
  expect(outcomes('order')).toEqual(['agreed', 'agreed', 'overruled'])
  expect(outcomes('expense')).toEqual(['decided', 'decided', 'overruled'])
})
