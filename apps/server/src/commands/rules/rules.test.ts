import { randomUUID } from 'node:crypto'
import type { AuditKind, ChannelId, CommandInput, Message, RuleDefinition, RuleId } from '@parley/protocol'
import { type EventListener, listenToEvents, startTestParley, type TestParley, type TestPerson } from '@parley/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

let parley: TestParley
let owner: TestPerson['http']
let wei: TestPerson
let channelId: ChannelId

beforeAll(async () => {
  parley = await startTestParley()
  owner = parley.owner.http
  wei = await parley.addPerson('王伟')
  channelId = (await parley.createChannel('rules', [wei])).id
})
afterAll(() => parley[Symbol.asyncDispose]())
beforeEach(async () => {
  const { store, rules } = parley.server.services
  await store.rows.updateTable('rules').set({ removed_at: store.now() }).execute()
  await rules.use()
})

type IfThen = Extract<RuleDefinition, { kind: 'if-then' }>

const must = (words: string, about: IfThen['conclusion']['about'], value: string | null): IfThen => ({
  kind: 'if-then',
  when: [{ kind: 'text', patterns: [{ how: 'words', text: words }] }],
  conclusion: { about, value },
  strength: { kind: 'must' },
})
const list = async () => (await owner.query('rules.list', {})).rules
const names = async () => (await list()).map(({ name }) => name)
const save = (name: string, definition: RuleDefinition, more: Partial<CommandInput<'rules.save'>> = {}) =>
  owner.command('rules.save', { name, definition, ...more }).then(({ rule }) => rule)

async function say(text: string, where = channelId): Promise<Message> {
  const body = { channelId: where, text, clientMessageId: randomUUID() }
  return (await wei.http.command('messages.send', body)).message
}
const understood = async (text: string, person: TestPerson = wei) =>
  (await person.http.command('understand', { text })).understanding

describe('a rule', () => {
  test('holds from the next message on, says so under “Why?”, and is outranked by a person', async () => {
    const { id } = await save('单号', must('报销单号', 'intent', 'submit_expense'))
    const message = await say('報銷單號 BX-1')
    const read = async () => (await wei.http.query('messages.understanding', { messageId: message.id })).understanding
    expect(await read()).toMatchObject({
      intent: { name: 'submit_expense', confidence: 1 },
      rules: {
        applied: [{ id, name: '单号', outcome: 'decided', spans: [{ start: 0, end: 4 }] }],
        model: [{ about: 'intent', value: null }],
      },
    })
    await wei.http.command('messages.label', { messageId: message.id, kind: 'intent', value: 'thank' })
    expect(await read()).toMatchObject({ intent: { name: 'thank' }, rules: { applied: [{ outcome: 'decided' }] } })
  })

  test('does nothing while it is off, and as before when it is on again', async () => {
    const { id: ruleId } = await save('单号', must('报销单号', 'intent', 'submit_expense'))
    const intent = async () => (await understood('报销单号 BX-2')).intent.name
    expect(await intent()).toBe('submit_expense')
    await owner.command('rules.switch', { ruleId, isOn: false })
    expect(await intent()).toBeNull()
    await owner.command('rules.switch', { ruleId, isOn: true })
    expect(await intent()).toBe('submit_expense')
  })

  test('further up outranks those below, and it is told which', async () => {
    const first = await save('first', must('单号', 'intent', 'submit_expense'))
    const second = await save('second', must('单号', 'intent', 'thank'))
    expect(await understood('单号')).toMatchObject({
      intent: { name: 'submit_expense' },
      rules: { applied: [{ outcome: 'decided' }, { outcome: 'overruled', overruledBy: first.id }] },
    })
    expect(await owner.command('rules.move', { ruleId: second.id, place: 0 })).toEqual({ previous: 1 })
    expect(await names()).toEqual(['second', 'first'])
    expect((await understood('单号')).intent.name).toBe('thank')
  })

  test('asks where it is said, and dictionaries what is meant', async () => {
    await save('projects', {
      kind: 'dictionary',
      entity: 'project',
      terms: [{ term: 'Apollo', aliases: ['阿波罗'] }],
    })
    await save('urgent', {
      kind: 'if-then',
      when: [
        { kind: 'slot', type: 'project', comparison: { op: 'is', value: 'Apollo' } },
        { kind: 'channel', channelIds: [channelId] },
      ],
      conclusion: { about: 'urgency', value: 'high' },
      strength: { kind: 'must' },
    })
    const elsewhere = (await parley.createChannel(randomUUID(), [wei])).id
    const urgency = async (where: ChannelId) => {
      const { id: messageId } = await say('阿波罗有问题', where)
      return (await wei.http.query('messages.understanding', { messageId })).understanding?.tone?.urgency?.name
    }
    expect(await urgency(channelId)).toBe('high')
    expect(await urgency(elsewhere)).toBeUndefined()
  })

  test('that names an intent which is gone does nothing and says what is wrong', async () => {
    await owner.command('intents.create', { name: 'Parking', examples: ['需要车位', 'a parking space please'] })
    await save('parking', must('车位', 'intent', 'Parking'))
    expect((await understood('车位')).intent.name).toBe('Parking')
    await owner.command('intents.remove', { name: 'Parking' })
    expect(await list()).toMatchObject([{ faults: [{ path: ['conclusion', 'value'], code: 'unknown_value' }] }])
    expect((await understood('车位')).intent.name).toBeNull()
  })

  test('that names an intent does something only as long as there is one of that name, however it came and went', async () => {
    const decided = async () => (await understood('车位')).intent.name
    await owner.command('intents.create', { name: 'Garage', examples: ['车库在哪', 'where is the garage'] })
    await save('garage', must('车位', 'intent', 'Garage'))
    await owner.command('intents.rename', { name: 'Garage', newName: 'Cellar' })
    expect(await decided()).toBeNull()
    await owner.command('intents.create', { name: 'Garage', examples: ['开车库门', 'open the garage'] })
    expect(await decided()).toBe('Garage')
    await owner.command('intents.remove', { name: 'Garage' })
    expect(await decided()).toBeNull()
    const lines = ['车库太小', 'the garage is small'].map((text) => JSON.stringify({ text, intent: 'Garage' }))
    await owner.command('intents.importExamples', { fileName: 'garage.jsonl', content: lines.join('\n') })
    expect(await decided()).toBe('Garage')
  })
})

describe('what is wrong', () => {
  test.each([
    ['a regular expression', { kind: 'text', patterns: [{ how: 'regex', text: 'a(b' }] }, 'when.0.patterns.0'],
    ['a wildcard for everything', { kind: 'text', patterns: [{ how: 'wildcard', text: '**' }] }, 'when.0.patterns.0'],
    ['a condition on what it decides', { kind: 'intent', names: ['thank'] }, 'when.0'],
    ['an unknown manner', { kind: 'tone', of: 'act', names: ['singing'] }, 'when.0'],
  ] as const)('is refused with its place: %s', async (_what, condition, path) => {
    const definition = { ...must('x', 'intent', 'thank'), when: [condition as never] }
    await expect(save('wrong', definition)).rejects.toMatchObject({ code: 'rule_faulty', parameters: { path } })
    expect((await owner.command('rules.try', { definition })).faults[0]?.path.join('.')).toContain(path)
    expect(await names()).toEqual([])
  })

  test('is a name that another rule has, and too much altogether', async () => {
    await save('same', must('x', 'intent', 'thank'))
    await expect(save(' SAME ', must('y', 'intent', 'thank'))).rejects.toMatchObject({ code: 'rule_name_taken' })
    const terms = Array.from({ length: 3_000 }, (_unused, index) => ({ term: `term ${index}`, aliases: [] }))
    await save('many', { kind: 'dictionary', entity: 'part', terms })
    await expect(save('more', { kind: 'dictionary', entity: 'part', terms })).rejects.toMatchObject({
      ...{ code: 'too_many_terms', parameters: { limit: 5_000 } },
    })
    const rules = Array.from({ length: 199 }, (_unused, index) => ({
      ...{ name: `rule ${index}`, definition: must(`words ${index}`, 'intent', 'thank') },
    }))
    const importing = (count: number) =>
      owner.command('rules.import', { fileName: 'r.json', content: JSON.stringify({ rules: rules.slice(0, count) }) })
    await expect(importing(199)).rejects.toMatchObject({ code: 'too_many_rules', parameters: { limit: 200 } })
    expect(await names()).toEqual(['same', 'many'])
    expect(await importing(198)).toEqual({ added: 198, changed: 0 })
  })

  test.each([
    ['regex', 50],
    ['wildcard', 200],
  ] as const)('is more patterns of one kind than every message can be asked for: %s', async (how, limit) => {
    const rule = (from: number, count: number) => {
      const patterns = Array.from({ length: count }, (_unused, index) => ({ how, text: `x${from + index}.*y` }))
      return { ...must('x', 'intent', 'thank'), when: [{ kind: 'text', patterns } as const] }
    }
    for (let from = 0; from < limit; from += 25) await save(`from ${from}`, rule(from, 25))
    await expect(save('one more', rule(limit, 1))).rejects.toMatchObject({
      ...{ code: 'too_many_rules', parameters: { limit, of: how } },
    })
  })

  test('is to change rules without being an administrator', async () => {
    const body = { name: 'mine', definition: must('x', 'intent', 'thank') }
    await expect(wei.http.command('rules.save', body)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(wei.http.query('rules.list', {})).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('open pages of those who run the workspace', () => {
  const frames = ({ events }: EventListener) =>
    (events as readonly { readonly type: string }[]).filter(({ type }) => type === 'understanding-changed').length

  test('hear that rules have changed, and nobody else does', async () => {
    using page = await listenToEvents(parley.url, parley.owner.token)
    using other = await listenToEvents(parley.url, wei.token)
    const { id: ruleId } = await save('heard', must('x', 'intent', 'thank'))
    const changes = [
      () => owner.command('rules.switch', { ruleId, isOn: false }),
      () => owner.command('rules.remove', { ruleId }),
      () => owner.command('rules.restore', { ruleId, version: 1 }),
      () => owner.command('intents.setOperatingPoint', { threshold: 0.6 }),
      () => owner.command('intents.setOperatingPoint', { threshold: null }),
    ]
    for (const change of changes) {
      const before = frames(page)
      await change()
      await expect.poll(() => frames(page)).toBeGreaterThan(before)
    }
    await say('heard by all, later')
    await expect.poll(() => other.events.length).toBeGreaterThan(0)
    expect(frames(other)).toBe(0)
  })
})

describe('a file of rules', () => {
  test('is what the list gives, and brings all of them back, changed where they are known', async () => {
    await save('a', must('单号', 'intent', 'thank'), { isOn: false })
    await save('b', must('number', 'urgency', 'high'))
    const content = JSON.stringify({ rules: await list() })
    const [first] = await list()
    await owner.command('rules.remove', { ruleId: first?.id as RuleId })
    expect(await owner.command('rules.import', { fileName: 'r.json', content })).toEqual({ added: 1, changed: 1 })
    const shape = (await list()).map(({ name, isOn, definition }) => ({ name, isOn, definition }))
    expect(shape).toEqual([
      { name: 'b', isOn: true, definition: must('number', 'urgency', 'high') },
      { name: 'a', isOn: false, definition: must('单号', 'intent', 'thank') },
    ])
  })

  test('of more rules than a workspace keeps is refused before one of them is looked at, whatever they are called', async () => {
    await save('again', must('x', 'intent', 'thank'))
    const importing = (rules: readonly object[]) =>
      owner.command('rules.import', { fileName: 'r.json', content: JSON.stringify({ rules }) })
    const faulty = { name: 'faulty', definition: must('x', 'intent', 'no such intent') }
    const others = Array.from({ length: 199 }, (_unused, index) => ({ ...faulty, name: `rule ${index}` }))
    const tooMany = { code: 'too_many_rules', parameters: { limit: 200 } }
    await expect(importing([faulty, ...others])).rejects.toMatchObject(tooMany)
    const again = { name: 'again', definition: must('y', 'intent', 'thank') }
    await expect(importing(Array.from({ length: 201 }, () => again))).rejects.toMatchObject(tooMany)
    expect((await list())[0]?.version).toBe(1)
  })

  test.each([
    ['no JSON', '{', 'JSON'],
    ['another thing', '{"rules":[{"name":"x"}]}', 'rules.0.definition'],
  ])('that is %s is refused as a whole, and the field is named', async (_what, content, field) => {
    await expect(owner.command('rules.import', { fileName: 'r.json', content })).rejects.toMatchObject({
      ...{ code: 'rule_file_broken', parameters: { file: 'r.json', field } },
    })
  })
})

describe('a trial', () => {
  test('tells what a rule would change of what the caller may read, and stores nothing', async () => {
    const hidden = (await parley.createChannel(randomUUID(), [], { kind: 'private' })).id
    await owner.command('messages.send', { channelId: hidden, text: '采购单 0', clientMessageId: randomUUID() })
    const elsewhere = await wei.http.command('channels.create', { name: randomUUID(), kind: 'private' })
    await say('采购单 in private', elsewhere.channel.id)
    await say('采购单 1')
    await save('known', must('采购单 1', 'intent', 'order_book'))
    const trial = await owner.command('rules.try', { definition: must('采购单', 'intent', 'order_book') })
    expect(trial).toMatchObject({ faults: [], held: 2, changed: 1 })
    expect(trial.messages.map(({ text, before, after, isChanged }) => [text, before, after, isChanged])).toEqual([
      ['采购单 0', null, 'order_book', true],
      ['采购单 1', 'order_book', 'order_book', false],
    ])
    expect(trial.messages[0]?.spans).toEqual([{ start: 0, end: 3 }])
    expect(await names()).toEqual(['known'])
  })

  test('of a rule that is there tells what its change would change', async () => {
    await say('退货单 7')
    const { id: ruleId } = await save('returns', must('退货单', 'intent', 'thank'))
    const trial = await owner.command('rules.try', { ruleId, definition: must('退货单', 'intent', 'goodbye') })
    expect(trial).toMatchObject({ held: 1, changed: 1, messages: [{ before: 'thank', after: 'goodbye' }] })
  })

  test('of a dictionary tells the terms that it would find', async () => {
    await say('阿耳忒弥斯 and artemis')
    const terms = [{ term: 'Artemis', aliases: ['阿耳忒弥斯'] }]
    const trial = await owner.command('rules.try', { definition: { kind: 'dictionary', entity: 'project', terms } })
    expect(trial).toMatchObject({ changed: 1, messages: [{ before: null, after: 'Artemis, Artemis' }] })
  })
})

describe('what was done', () => {
  const newest = async (kind: AuditKind) => {
    const { entries } = await owner.query('audit.list', { kind })
    return entries[0] as NonNullable<(typeof entries)[0]>
  }
  const undo = async (kind: AuditKind) => owner.command('moderation.undo', { entryId: (await newest(kind)).id })

  test('stands in the log, and is taken back from there', async () => {
    const { id } = await save('words', must('a', 'intent', 'thank'))
    await save('words', must('b', 'intent', 'thank'), { ruleId: id })
    expect(await newest('rule-saved')).toMatchObject({ subjectName: 'words', isUndoable: true })
    await undo('rule-saved')
    expect((await list())[0]?.definition).toEqual(must('a', 'intent', 'thank'))
    await owner.command('rules.remove', { ruleId: id })
    await undo('rule-removed')
    expect((await understood('a')).intent.name).toBe('thank')
    const { versions } = await owner.query('rules.versions', { ruleId: id })
    expect(versions.map(({ isRemoved }) => isRemoved)).toEqual([false, true, false, false, false])
    await owner.command('rules.restore', { ruleId: id, version: 2 })
    expect((await list())[0]?.definition).toEqual(must('b', 'intent', 'thank'))
  })

  test('a new rule goes when its saving is taken back, and an order comes back', async () => {
    const first = await save('first', must('a', 'intent', 'thank'))
    await save('second', must('b', 'intent', 'thank'))
    await undo('rule-saved')
    expect(await names()).toEqual(['first'])
    await save('third', must('c', 'intent', 'thank'))
    await owner.command('rules.move', { ruleId: first.id, place: 1 })
    await undo('rules-ordered')
    expect(await names()).toEqual(['first', 'third'])
  })

  test('so are the threshold and who may label', async () => {
    const settings = async () => {
      const { operatingPoint, rules } = await owner.query('intents.list', {})
      return { operatingPoint, ...rules }
    }
    const before = await settings()
    await owner.command('intents.setOperatingPoint', { threshold: 0.77 })
    await owner.command('labels.setRules', { whoMayLabel: 'administrators', doLabelsTrain: false })
    expect(await settings()).not.toEqual(before)
    await undo('operating-point-set')
    await undo('label-rules-set')
    expect(await settings()).toEqual(before)
    expect((await newest('label-rules-set')).isUndoable).toBe(false)
  })
})
