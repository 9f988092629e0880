import { startTestParley, type TestParley, type TestPerson } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let parley: TestParley
let owner: TestPerson['http']

beforeAll(async () => {
  parley = await startTestParley()
  owner = parley.owner.http
})
afterAll(() => parley[Symbol.asyncDispose]())

const create = (name: string, examples: string[]) => owner.command('intents.create', { name, examples })
const find = async (name: string) => (await owner.query('intents.list', {})).intents.find((it) => it.name === name)

describe('an intent of the workspace', () => {
  test('is made of two examples or more, stands beside the shipped ones, and can be renamed and removed', async () => {
    await create('停车位', ['需要一个停车位', 'I need a parking space'])
    expect(await find('停车位')).toMatchObject({ isShipped: false, ownExamples: 2, shippedExamples: 0 })
    expect(await find('book_room')).toMatchObject({ isShipped: true, ownExamples: 0 })
    await owner.command('intents.rename', { name: '停车位', newName: 'Parking' })
    expect(await find('停车位')).toBeUndefined()
    expect((await owner.query('intents.examples', { intent: 'Parking' })).own.map(({ text }) => text)).toEqual([
      'I need a parking space',
      '需要一个停车位',
    ])
    await owner.command('intents.remove', { name: 'Parking' })
    expect(await find('Parking')).toBeUndefined()
  })

  test('of one example, or of one text twice, is refused and not made', async () => {
    await expect(create('lonely', ['only this'])).rejects.toMatchObject({ code: 'too_few_examples' })
    await expect(create('lonely', ['only this', ' Only  this '])).rejects.toMatchObject({ code: 'too_few_examples' })
    expect(await find('lonely')).toBeUndefined()
    await expect(create('constructor', ['only this'])).rejects.toMatchObject({ code: 'too_few_examples' })
  })

  test('cannot have a name that looks like another one’s', async () => {
    await expect(create('Book Room', ['a', 'b'])).rejects.toMatchObject({ code: 'intent_name_taken' })
  })

  test('keeps two examples: the last but one is not removed', async () => {
    await create('pair', ['first of two', 'second of two'])
    const { own } = await owner.query('intents.examples', { intent: 'pair' })
    const exampleId = own[0]?.id as NonNullable<(typeof own)[0]>['id']
    await expect(owner.command('intents.removeExample', { exampleId })).rejects.toMatchObject({
      code: 'too_few_examples',
    })
    await owner.command('intents.editExample', { exampleId, text: 'Second of two!' })
    expect((await owner.query('intents.examples', { intent: 'pair' })).own).toMatchObject([
      { text: 'Second of two!' },
      { text: 'first of two' },
    ])
  })

  test('is for administrators to change', async () => {
    const wei = await parley.addPerson('王伟')
    await expect(wei.http.command('intents.learn', {})).rejects.toMatchObject({ code: 'forbidden' })
    await expect(wei.http.query('intents.list', {})).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('examples', () => {
  const add = (intent: string | null, texts: string[]) => owner.command('intents.addExamples', { intent, texts })

  test('are added once, to shipped intents and to none of them', async () => {
    expect(await add('book_room', ['四楼那间大的留给我', '四楼那间大的留给我 '])).toEqual({ added: 1, known: 1 })
    expect(await add(null, ['grass is green'])).toEqual({ added: 1, known: 0 })
    expect(await owner.query('intents.list', {})).toMatchObject({ outOfScope: { ownExamples: 1 } })
  })

  test('that two administrators add at once are added once, and neither is refused', async () => {
    const both = await Promise.all([add('book_room', ['二楼那间给我们']), add('book_room', ['二楼那间给我们'])])
    expect(both.map(({ added }) => added).toSorted()).toEqual([0, 1])
  })

  test('that say something else of a text than is known are refused, all of them', async () => {
    await expect(add('thank', ['fresh words', '四楼那间大的留给我'])).rejects.toMatchObject({
      code: 'example_contradicts',
      parameters: { intent: 'book_room' },
    })
    expect((await owner.query('intents.examples', { intent: 'thank' })).own).toEqual([])
  })

  test('that are known as examples of none of the intents are refused in words of their own', async () => {
    await add(null, ['the sky is blue'])
    await expect(add('thank', ['The sky is blue'])).rejects.toMatchObject({
      code: 'example_of_none',
      parameters: { text: 'The sky is blue' },
      message: expect.stringContaining('none of the intents'),
    })
  })

  test.each(['😀😀😀', '?!', '12345'])('that have no words are refused: %s', async (text) => {
    await expect(add('thank', ['kind of you', text])).rejects.toMatchObject({
      ...{ code: 'example_without_words', parameters: { text } },
    })
    expect((await owner.query('intents.examples', { intent: 'thank' })).own).toEqual([])
  })

  test('of a file that holds none are refused', async () => {
    await expect(importing('', ' ')).rejects.toMatchObject({ code: 'training_file_broken', parameters: { line: 1 } })
  })

  const importing = (...lines: string[]) =>
    owner.command('intents.importExamples', { fileName: 'team.jsonl', content: lines.join('\n') })

  test('come from a file, with the intents that it names', async () => {
    const row = (text: string, intent: string | null) => JSON.stringify({ text, intent, lang: 'en' })
    expect(
      await importing(row('feed the cat', 'pets'), '', row('walk the dog', 'pets'), row('so it goes', null)),
    ).toEqual({ added: 3, known: 0, newIntents: 1 })
  })

  test.each([
    ['is not JSON', '{"text": "x"', 'JSON'],
    ['has no intent', '{"text": "x"}', 'intent'],
    ['has a blank text', '{"text": " ", "intent": "pets"}', 'text'],
  ])('of a file with a line that %s are not added: file, line and field are named', async (_what, line, field) => {
    await expect(importing('{"text": "fine", "intent": "pets"}', line)).rejects.toMatchObject({
      code: 'training_file_broken',
      parameters: { file: 'team.jsonl', line: 2, field },
    })
    const { own } = await owner.query('intents.examples', { intent: 'pets' })
    expect(own.map(({ text }) => text)).not.toContain('fine')
  })
})

describe('too much', () => {
  const importing = (rows: readonly { readonly text: string; readonly intent: string }[]) =>
    owner.command('intents.importExamples', {
      fileName: 'much.jsonl',
      content: rows.map((row) => JSON.stringify(row)).join('\n'),
    })
  const pairs = (count: number, named: string) =>
    Array.from({ length: count }, (_unused, index) => [
      { text: `${named} ${index} is wanted`, intent: `${named} ${index}` },
      { text: `please see to ${named} ${index}`, intent: `${named} ${index}` },
    ]).flat()
  const ownIntents = async () =>
    (await owner.query('intents.list', {})).intents.filter(({ isShipped }) => !isShipped).length

  test('in one file is refused as a whole, before intents are made: examples are counted first', async () => {
    const before = await ownIntents()
    await expect(importing(pairs(2_501, 'thing'))).rejects.toMatchObject({ code: 'too_many_examples' })
    expect(await ownIntents()).toBe(before)
  })

  test('is more intents than can be told apart, of a file or one by one', async () => {
    const before = await ownIntents()
    const many = { code: 'too_many_intents', parameters: { limit: 200 } }
    await expect(importing(pairs(201 - before, 'thing'))).rejects.toMatchObject(many)
    expect(await ownIntents()).toBe(before)
    expect(await importing(pairs(200 - before, 'thing'))).toMatchObject({ newIntents: 200 - before })
    await expect(create('one more', ['one more of them', 'and another one'])).rejects.toMatchObject(many)
  })

  test('is a file that names two intents that look the same', async () => {
    await owner.command('intents.remove', { name: 'thing 0' })
    await owner.command('intents.remove', { name: 'thing 1' })
    const alike = [...pairs(1, 'Look alike'), ...pairs(1, 'look_alike')]
    await expect(importing(alike)).rejects.toMatchObject({ code: 'intent_name_taken' })
  })
})

describe('without a model', () => {
  test('nothing is learnt, which the list says', async () => {
    expect(await owner.query('intents.list', {})).toMatchObject({ isAvailable: false, figures: null })
    await expect(owner.command('intents.learn', {})).rejects.toMatchObject({ code: 'encoder_unavailable' })
  })
})
