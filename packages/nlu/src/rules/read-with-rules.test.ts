import { createMatrixProduct } from '@parley/inference'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { IntentClassifier } from '../intents/intent-classifier'
import { recognise } from '../recognisers/recognise'
import type { Situation } from '../understanding'
import { findRuleFaults, type KnownValues } from './find-rule-faults'
import { readWithRules } from './read-with-rules'
import type { DictionaryRule, IfThenRule, Rule, RuleCondition, TextPattern } from './rule'
import { RuleBook } from './rule-book'

const SITUATION: Situation = {
  ...{ now: '2026-11-23T09:00:00+08:00', timeZone: 'Asia/Shanghai', speakerId: 'me', channelId: 'random' },
  directory: [{ id: 'li', name: '李娜', aliases: [] }],
}

const words = (...texts: string[]): RuleCondition => ({
  kind: 'text',
  patterns: texts.map((text): TextPattern => ({ how: 'words', text })),
})

function ifThen(
  name: string,
  when: RuleCondition[],
  conclusion: IfThenRule['conclusion'],
  strength: IfThenRule['strength'],
): Rule {
  return { id: name, name, definition: { kind: 'if-then', when, conclusion, strength } }
}
const must = (name: string, when: RuleCondition[], about: IfThenRule['conclusion']['about'], value: string | null) =>
  ifThen(name, when, { about, value }, { kind: 'must' })

const dictionary = (entity: string, terms: DictionaryRule['terms']): Rule => ({
  ...{ id: entity, name: entity, definition: { kind: 'dictionary', entity, terms } },
})

const byRules = (text: string, rules: Rule[], situation: Partial<Situation> = {}) =>
  readWithRules(
    { text, situation: { ...SITUATION, ...situation }, encoding: null, heads: null, recognise },
    new RuleBook(rules),
  )

describe('dictionaries', () => {
  const products = dictionary('project', [
    { term: 'Apollo', aliases: ['阿波罗', 'Apollo 11', 'the moon thing'] },
    { term: '阿波罗基金', aliases: [] },
  ])

  test('know a code by what it stands for, before what it looks like', () => {
    const parts = dictionary('part', [{ term: 'BX-7', aliases: [] }])
    const typesOf = (rules: Rule[]) => byRules('BX-7 is out', rules).understanding.slots.map(({ value }) => value.type)
    expect(typesOf([])).toEqual(['identifier'])
    expect(typesOf([parts])).toEqual(['term'])
  })

  test('make entities of their terms and aliases, the longest where they overlap', () => {
    const { slots } = byRules('阿波罗基金 and APOLLO 11 slips, see Friday', [products]).understanding
    expect(slots.map(({ text, value }) => [text, value.type === 'term' ? value.term : value.type])).toEqual([
      ['阿波罗基金', '阿波罗基金'],
      ['APOLLO 11', 'Apollo'],
      ['Friday', 'date'],
    ])
  })

  test('are what rules can ask for, by what they stand for', () => {
    const when: RuleCondition = { kind: 'slot', type: 'project', comparison: { op: 'is', value: 'apollo' } }
    const rule = must('moon', [when], 'urgency', 'high')
    expect(byRules('阿波罗延期了', [products, rule]).understanding.tone?.urgency).toEqual({
      ...{ name: 'high', probability: 1 },
    })
    expect(byRules('阿波罗基金延期了', [products, rule]).understanding.tone).toBeUndefined()
  })
})

describe('conditions', () => {
  const amount: RuleCondition = { kind: 'slot', type: 'amount', comparison: { op: '>', value: 5000 } }

  test('all hold, each may be turned round, and one may lean on an intent that another rule decided', () => {
    const rules = [
      must('order', [words('下单', 'order')], 'intent', 'order'),
      must('dear', [amount, { kind: 'intent', names: ['order'] }], 'urgency', 'high'),
      must(
        'cheap',
        [
          { ...amount, isNot: true },
          { kind: 'intent', names: ['order'] },
        ],
        'urgency',
        'low',
      ),
    ]
    const urgency = (text: string) => byRules(text, rules).understanding.tone?.urgency?.name
    expect(urgency('下单，8000元')).toBe('high')
    expect(urgency('下单，300元')).toBe('low')
    expect(urgency('看看，8000元')).toBeUndefined()
    expect(urgency('下单，6000到8000元')).toBe('high')
    expect(urgency('下单，4000到8000元')).toBe('low')
  })

  test('of language, channel and person', () => {
    const rule = must(
      'here',
      [
        { kind: 'language', language: 'zh' },
        { kind: 'channel', channelIds: ['random'] },
        { kind: 'person', userIds: ['me'] },
      ],
      'intent',
      'here',
    )
    const intent = (text: string, situation: Partial<Situation> = {}) =>
      byRules(text, [rule], situation).understanding.intent.name
    expect(intent('你好')).toBe('here')
    expect(intent('hello')).toBeNull()
    expect(intent('你好', { channelId: 'work' })).toBeNull()
    expect(intent('你好', { speakerId: 'li' })).toBeNull()
  })

  test('of what the graph says of people, of all who are called so, and told with the edge', () => {
    const relation: RuleCondition = { kind: 'relation', type: 'reports_to', toId: 'chief' }
    const rules = [
      must('hers', [relation], 'intent', 'hers'),
      must('others', [{ ...relation, isNot: true }], 'intent', 'others'),
    ]
    const edge = (personId: string) => ({
      edgeId: `of ${personId}`,
      type: 'reports_to' as const,
      personId,
      toId: 'chief',
    })
    const directory = ['na', 'na2'].map((id) => ({ id, name: '李娜', aliases: [] }))
    const read = (situation: Partial<Situation>) => byRules('问李娜', rules, situation).understanding
    const held = read({ relations: [edge('li')] })
    expect(held.intent.name).toBe('hers')
    expect(held.rules?.applied[0]?.spans).toEqual([{ start: 1, end: 3, edgeId: 'of li' }])
    expect(read({ relations: [{ ...edge('li'), type: 'knows' }] }).intent.name).toBe('others')
    expect(read({ directory, relations: [edge('na')] }).intent.name).toBe('others')
    expect(read({ directory, relations: [edge('na'), edge('na2')] }).intent.name).toBe('hers')
  })
})

test('a rule can forbid tasks in a channel, and what would have been one is told', () => {
  const rule = ifThen(
    'no tasks',
    [{ kind: 'channel', channelIds: ['random'] }],
    { about: 'task', value: null },
    { kind: 'must-not' },
  )
  const text = '李娜，周五前把发布清单发给我'
  expect(byRules(text, []).tasks).toHaveLength(1)
  const { tasks, understanding } = byRules(text, [rule])
  expect(tasks).toEqual([])
  expect(understanding.rules).toMatchObject({
    applied: [{ name: 'no tasks', outcome: 'decided' }],
    model: [{ about: 'task', value: '1' }],
  })
  expect(byRules(text, [rule], { channelId: 'work' }).tasks).toHaveLength(1)
})

describe('beside a head', () => {
  const product = createMatrixProduct()
  let classifier: IntentClassifier
  beforeAll(async () => {
    const examples = (intent: string, texts: string) => texts.split('|').map((text) => ({ text, intent }))
    classifier = await IntentClassifier.train(
      [
        ...examples('order', 'order a book|order two mice|please order paper|order a new chair|order pens|order ink'),
        ...examples('leave', 'take a day off|day off on monday|i need leave|two days off|leave on friday|off sick'),
      ],
      { encoder: null, product },
    )
  })
  afterAll(() => product.close())
  const read = (text: string, rules: Rule[]) =>
    readWithRules({ text, situation: SITUATION, encoding: null, heads: { classifier }, recognise }, new RuleBook(rules))
      .understanding
  const logOdds = (probability: number) => Math.log(probability / (1 - probability))

  test('evidence moves the log-odds by its weight, and what the head said alone is kept', () => {
    const before = classifier.predict(null, 'order a day off')
    const name = before.ranking[0]?.name as string
    const weigh = (weight: number) =>
      ifThen('hint', [words('day')], { about: 'intent', value: name }, { kind: 'evidence', weight })
    const after = read('order a day off', [weigh(2)])
    expect(logOdds(after.intent.confidence) - logOdds(before.confidence)).toBeCloseTo(2, 4)
    expect(after.rules).toMatchObject({
      applied: [{ outcome: 'weighed', spans: [{ start: 8, end: 11 }] }],
      model: [{ about: 'intent', value: before.name, probability: before.confidence }],
    })
    expect(read('order a day off', [weigh(-20)]).intent.ranking[0]?.name).not.toBe(name)
  })

  test('a rule that decides differs openly from what the head says', () => {
    const { intent, rules } = read('please order a book', [must('no', [words('book')], 'intent', 'leave')])
    expect(intent).toMatchObject({ name: 'leave', confidence: 1 })
    expect(intent.ranking[0]?.name).toBe('order')
    expect(rules).toMatchObject({ applied: [{ outcome: 'decided' }], model: [{ value: 'order' }] })
  })

  test('what is forbidden gives way to the next likely', () => {
    const forbid = (value: string) => ifThen(value, [words('book')], { about: 'intent', value }, { kind: 'must-not' })
    expect(read('order a book', [forbid('order')]).intent.ranking[0]?.name).toBe('leave')
    expect(read('order a book', [forbid('order'), forbid('leave')]).intent.name).toBeNull()
  })

  test('a message that no rule is about is read as without rules', () => {
    const text = 'please order a book'
    expect(read(text, [must('x', [words('xyz')], 'intent', 'leave')])).toEqual(read(text, []))
  })
})

test('rules about acts are looked at once a message, not once for each act there is', () => {
  const book = new RuleBook([must('asked', [words('why')], 'act', 'question')])
  const firing = vi.spyOn(book, 'firing')
  const { tone } = readWithRules(
    { text: 'why', situation: SITUATION, encoding: null, heads: null, recognise },
    book,
  ).understanding
  expect(tone?.acts).toEqual([{ name: 'question', probability: 1 }])
  expect(firing.mock.calls.filter(([about]) => about === 'act')).toHaveLength(1)
})

test('faults are told with their places', () => {
  const known: KnownValues = {
    ...{ intent: ['order'], act: ['question'], sentiment: [], emotion: [], urgency: ['high'], politeness: [] },
    entity: [],
  }
  const faulty = ifThen(
    'faulty',
    [
      {
        kind: 'text',
        patterns: [
          { how: 'words', text: 'fine' },
          { how: 'regex', text: 'a(' },
          { how: 'wildcard', text: '？？' },
          { how: 'wildcard', text: '＊' },
          { how: 'wildcard', text: '＊單' },
        ],
      },
      { kind: 'intent', names: ['order', 'gone'] },
      { kind: 'slot', type: 'amount', comparison: { op: '>', value: 'many' } },
    ],
    { about: 'intent', value: 'nothing' },
    { kind: 'must' },
  )
  expect(findRuleFaults(faulty, known).map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual([
    'when.0.patterns.1 regex',
    'when.0.patterns.2 wildcard_empty',
    'when.0.patterns.3 wildcard_empty',
    'when.1 settled_later',
    'when.1.names.1 unknown_value',
    'when.2.comparison number_needed',
    'conclusion.value unknown_value',
  ])
  const twice = dictionary('project', [
    { term: 'A', aliases: ['x'] },
    { term: 'B', aliases: ['X'] },
  ])
  expect(findRuleFaults(twice, known)).toEqual([{ path: ['terms', 1], code: 'ambiguous_term', about: 'X' }])
  const task = ifThen('task', [words('x')], { about: 'task', value: null }, { kind: 'must' })
  expect(findRuleFaults(task, known)).toMatchObject([{ code: 'task_only_forbidden' }])
})
