import { beforeAll, expect, it } from 'vitest'
import { loadTexts } from '../../app/texts'
import { handOverText } from './hand-over-text'

beforeAll(async () => {
  await Promise.all([loadTexts('zh'), loadTexts('en')])
})

it.each([
  ['zh', '火星分公司的年会在哪里？', '请转人工：火星分公司的年会在哪里？'],
  ['en', 'Who feeds the parrot?', 'I would like to talk to a person about this: Who feeds the parrot?'],
] as const)('asks for a person with the question, in the reader’s language: %s', (language, question, said) => {
  expect(handOverText({ question, isDirect: true, language })).toBe(said)
})

it('mentions the assistant where it would not listen otherwise, and not twice', () => {
  for (const question of ['@助手 年会在哪里？', '@助手年会在哪里？', '＠Parley，年会在哪里？']) {
    const said = handOverText({ question, isDirect: false, language: 'zh' })
    expect(said).toBe('@助手 请转人工：年会在哪里？')
  }
})

it('asks without the question when that is not loaded', () => {
  expect(handOverText({ question: null, isDirect: true, language: 'zh' })).toBe('请转人工')
})

it('does not repeat a question without end', () => {
  const said = handOverText({ question: 'long '.repeat(1000), isDirect: true, language: 'en' })
  expect(said?.length).toBeLessThan(400)
})

it.each(['转人工', '@助手 请转人工：年会在哪里？', 'I would like to talk to a person about this: Who?'])(
  'does not ask for a person once more where that was what could not be done: %s',
  (question) => expect(handOverText({ question, isDirect: true, language: 'zh' })).toBeNull(),
)
