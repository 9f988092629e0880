import type { Encoder } from '@parley/inference'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chinese, english, type TeamTalk } from '../../testing/team-talk'
import { isWithoutModel, openTestEncoder } from '../../testing/test-encoder'
import { summarizeTalk } from './summarize-talk'
import type { SaidSentence } from './talk'

const languages = [
  ['English', english],
  ['Chinese', chinese],
] as const
const texts = (sentences: readonly SaidSentence[]) => sentences.map(({ text }) => text)

function proveSummary(encoderOf: () => Encoder | null) {
  it.each(languages)('names what was decided, and cites the message that says so, in %s', async (_, talk) => {
    const { decisions } = await summarizeTalk(talk.messages, encoderOf())
    const told = decisions.find(({ text }) => text.includes(talk.decision))
    expect(told).toBeDefined()
    expect(talk.messages.find(({ id }) => id === told?.messageId)?.text).toContain(told?.text)
  })

  it.each(languages)('names the question that nobody answered, and not the answered one, in %s', async (_, talk) => {
    const { openQuestions } = await summarizeTalk(talk.messages, encoderOf())
    expect(texts(openQuestions)).toEqual([talk.openQuestion])
    for (const question of talk.answeredQuestions) {
      expect(talk.messages.map(({ text }) => text)).toContain(question)
    }
  })

  it.each(languages)('says each thing once, in order, in a fraction of the words, in %s', async (_, talk) => {
    const { points, decisions, openQuestions } = await summarizeTalk(talk.messages, encoderOf())
    const said = [points, decisions, openQuestions].flatMap(texts)
    expect(new Set(said).size).toBe(said.length)
    expect(points.length).toBeGreaterThan(2)
    expect(said.join('').length).toBeLessThan(talk.messages.map(({ text }) => text).join('').length / 2)
    const places = points.map(({ messageId }) => placeOf(talk, messageId))
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(said).not.toContain(talk.smallTalk)
  })
}

const placeOf = (talk: TeamTalk, messageId: string) => talk.messages.findIndex(({ id }) => id === messageId)

describe('a summary of a conversation, by words alone', () => {
  proveSummary(() => null)
})

describe.skipIf(isWithoutModel)('a summary of a conversation, with the encoder', () => {
  let encoder: Encoder
  beforeAll(async () => {
    encoder = await openTestEncoder()
  })
  afterAll(() => encoder?.close())
  proveSummary(() => encoder)
})

it('summarises nothing where nothing was said', async () => {
  const hello = { id: 'm0', speakerId: 'ann', text: 'Hello', isRepliedTo: false }
  expect(await summarizeTalk([hello], null)).toEqual({
    ...{ points: [], decisions: [], promises: [], openQuestions: [] },
  })
})

it('tells who takes on what, and takes a proposal for a decision only where somebody agrees', async () => {
  const talk = (answer: string) =>
    ['We lose orders.', 'Right, we roll back the proxy today.', answer, "I'll do it after eight."].map((text, at) => ({
      ...{ id: `m${at}`, speakerId: `s${at % 3}`, text, isRepliedTo: false },
    }))
  const agreed = await summarizeTalk(talk('ok with me'), null)
  expect(texts(agreed.decisions)).toEqual(['Right, we roll back the proxy today.'])
  expect(texts(agreed.promises)).toEqual(["I'll do it after eight."])
  expect((await summarizeTalk(talk('The proxy was expensive.'), null)).decisions).toEqual([])
})

it('takes no sentence out of code or quotations', async () => {
  const text = 'We decided to keep it.\n```\nWe decided to drop the table.\n```\n> We decided to wait for summer.'
  const { decisions } = await summarizeTalk([{ id: 'm0', speakerId: 'ann', text, isRepliedTo: false }], null)
  expect(texts(decisions)).toEqual(['We decided to keep it.'])
})
