import { randomUUID } from 'node:crypto'
import type { ChannelId, Message, MessageId } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson } from '@parley/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { allowanceOf } from './allowance'

const MINUTE = 60_000
let ahead = 0
let parley: TestParley
let wei: TestPerson
let ann: TestPerson
let channelId: ChannelId
beforeAll(async () => {
  parley = await startTestParley({ now: () => new Date(Date.now() + ahead) })
  wei = await parley.addPerson('王伟')
  ann = await parley.addPerson('Ann')
  await curate('Where do bicycles stand?', 'Behind the house.')
  await curate('打印机的纸放在哪里？', '在行政柜第二层。')
})
afterAll(() => parley[Symbol.asyncDispose]())
beforeEach(async () => {
  channelId = (await parley.createChannel(`asks-${randomUUID()}`, [wei, ann], { withAssistant: true })).id
  await parley.owner.http.command('channels.setRules', { channelId, suggestsAnswers: true })
})

/** What somebody stands for is sure. */
const curate = (question: string, answer: string) =>
  parley.owner.http.command('answers.save', { phrasings: [question], texts: { en: answer, zh: answer } })
async function say(text: string, by = wei, threadId: MessageId | null = null): Promise<Message> {
  const body = { channelId, text, clientMessageId: randomUUID(), ...(threadId && { threadId }) }
  const { message } = await by.http.command('messages.send', body)
  await parley.settle()
  return message
}
/** Time goes by, and what fell due meanwhile is done. */
async function pass(minutes: number): Promise<void> {
  ahead += minutes * MINUTE
  await parley.server.suggestAnswers()
}
const repliesTo = async ({ id }: Message) =>
  (await wei.http.query('messages.list', { channelId, threadId: id })).messages.filter(({ card }) => card !== null)
const verdictOn = async ({ id }: Message) => {
  const { rows } = parley.server.services.store
  const row = await rows.selectFrom('suggestions').selectAll().where('message_id', '=', id).executeTakeFirst()
  return row?.dropped_because ?? row?.status
}

describe('a question that nobody answers', () => {
  it('is answered in its thread after three minutes, once, from what somebody stands for', async () => {
    const asked = await say('Where do bicycles stand?')
    await pass(2)
    expect(await repliesTo(asked)).toEqual([])
    await pass(2)
    const [reply, ...others] = await repliesTo(asked)
    expect(others).toEqual([])
    expect(reply).toMatchObject({ text: 'Behind the house.', threadId: asked.id, isAlsoInChannel: false })
    expect(reply?.card).toMatchObject({ isSuggestion: true, repliesTo: asked.id })
    await pass(30)
    expect(await repliesTo(asked)).toHaveLength(1)
  })

  it('is noted as a question of its asker, whose judgement is kept with it', async () => {
    const asked = await say('打印机的纸放在哪里？')
    await pass(4)
    const [reply] = await repliesTo(asked)
    await parley.server.questionsNoted()
    await wei.http.command('assistant.feedback', { messageId: reply!.id, isHelpful: true })
    const { rows } = parley.server.services.store
    const entry = await rows.selectFrom('questions').selectAll().where('message_id', '=', asked.id).executeTakeFirst()
    expect(entry).toMatchObject({ asker_id: wei.user.id, outcome: 'confirmed', is_helpful: true })
  })
})

describe('the assistant stays silent', () => {
  it('where moderators have not asked for suggestions', async () => {
    await parley.owner.http.command('channels.setRules', { channelId, suggestsAnswers: false })
    const asked = await say('Where do bicycles stand?')
    await pass(5)
    expect(await repliesTo(asked)).toEqual([])
    expect(await verdictOn(asked)).toBeUndefined()
  })

  it('when somebody has answered in the thread, or in the channel, and not for another question', async () => {
    const inThread = await say('Where do bicycles stand?')
    await say('behind the house', ann, inThread.id)
    await pass(4)
    expect(await verdictOn(inThread)).toBe('answered')
    const inChannel = await say('Where do bicycles stand?')
    await say('behind the house, as ever', ann)
    await pass(4)
    expect(await verdictOn(inChannel)).toBe('answered')
    const stillOpen = await say('Where do bicycles stand?')
    await say('And when is the summer party?', ann)
    await pass(4)
    expect(await repliesTo(stillOpen)).toHaveLength(1)
  })

  it('longer when somebody is asked by name', async () => {
    const asked = await say('@Ann Where do bicycles stand?')
    await pass(5)
    expect(await repliesTo(asked)).toEqual([])
    await pass(11)
    expect(await repliesTo(asked)).toHaveLength(1)
  })

  it.each(['Can you show me where bicycles stand?', 'Bicycles stand in the rain.', '你觉得打印机的纸放在哪里好？'])(
    'when no document could answer: %s',
    async (text) => {
      const asked = await say(text)
      await pass(5)
      expect(await verdictOn(asked)).toBeUndefined()
    },
  )

  it('when it is not sure, and when the question was taken back', async () => {
    const unknown = await say('Where is the zeppelin parked?')
    const deleted = await say('Where do bicycles stand?')
    await wei.http.command('messages.delete', { messageId: deleted.id })
    await pass(4)
    expect(await verdictOn(unknown)).toBe('unsure')
    expect(await repliesTo(deleted)).toEqual([])
  })

  it('about what one of those who may read the channel may not read', async () => {
    const readerIds = [parley.owner.user.id, wei.user.id]
    const { collection } = await parley.owner.http.command('knowledge.createCollection', { name: 'Vault', readerIds })
    await parley.owner.http.command('answers.save', {
      ...{ phrasings: ['What is the code of the vault?'], texts: { en: 'It is 4711.', zh: null } },
      collectionId: collection.id,
    })
    const asked = await say('What is the code of the vault?')
    await pass(4)
    expect(await verdictOn(asked)).toBe('unsure')
    const { reply } = await wei.http.command('assistant.ask', { text: 'What is the code of the vault?' })
    expect(reply.text).toContain('4711')
  })

  it('to what it has answered already, and to more than a channel bears', async () => {
    await say('Where do bicycles stand?')
    await pass(4)
    const again = await say('where do bicycles stand??', ann)
    await pass(4)
    expect(await verdictOn(again)).toBe('enough')
    await pass(5)
    const later = await say('where do bicycles stand?', ann)
    await pass(4)
    expect(await verdictOn(later)).toBe('repeated')
  })

  it('to programs', async () => {
    const { path } = await parley.owner.http.command('incomingHooks.create', { name: 'build', channelId })
    const sent = await fetch(new URL(path, parley.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'Where do bicycles stand?' }),
    })
    expect(sent.ok).toBe(true)
    await parley.settle()
    await pass(4)
    const { messages } = await wei.http.query('messages.list', { channelId })
    expect(messages.every(({ replyCount }) => replyCount === 0)).toBe(true)
  })
})

describe('a suggestion that is not wanted', () => {
  it('is taken back by whoever asked and by moderators, and the like is not suggested there again', async () => {
    const asked = await say('Where do bicycles stand?')
    await pass(4)
    const [reply] = await repliesTo(asked)
    const dismiss = (by: TestPerson) => by.http.command('suggestions.dismiss', { messageId: reply!.id })
    await expect(dismiss(ann)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(wei.http.command('suggestions.dismiss', { messageId: asked.id })).rejects.toMatchObject({
      code: 'not_found',
    })
    await dismiss(wei)
    expect(await repliesTo(asked)).toEqual([])
    await pass(10)
    const again = await say('Where do the bicycles stand?', ann)
    await pass(4)
    expect(await verdictOn(again)).toBe('dismissed')
  })

  it('halves what its channel bears', () => {
    expect([0, 1, 2, 3, 4].map(allowanceOf)).toEqual([8, 4, 2, 1, 0])
  })
})
