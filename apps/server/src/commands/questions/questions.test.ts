import type { ChannelId, MessageId } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson, until } from '@parley/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createQuestionExpiry } from '../../jobs/question-expiry'

let parley: TestParley
let wei: TestPerson
let ann: TestPerson
let publicId: ChannelId
let sent = 0
beforeAll(async () => {
  parley = await startTestParley({ logLevel: 'fatal' })
  wei = await parley.addPerson('王伟')
  ann = await parley.addPerson('Ann')
  publicId = (await parley.createChannel('everybody', [wei, ann], { withAssistant: true })).id
})
afterAll(() => parley[Symbol.asyncDispose]())

async function ask(
  { http }: TestPerson,
  channelId: ChannelId,
  text: string,
): Promise<{ asked: MessageId; reply: MessageId }> {
  sent += 1
  const { message } = await http.command('messages.send', { channelId, text, clientMessageId: `question-${sent}` })
  const replies = async () =>
    (await http.query('messages.list', { channelId })).messages.filter(({ card }) => card?.repliesTo === message.id)
  await until(async () => (await replies()).length === 1, 'the assistant has answered')
  await parley.server.questionsNoted()
  return { asked: message.id, reply: (await replies())[0]!.id }
}
const topics = async ({ http }: TestPerson = parley.owner) => (await http.query('questions.unanswered', {})).topics
const topicOf = async (words: string) =>
  (await topics()).find(({ wordings }) => wordings.some((wording) => wording.includes(words)))
const noted = async () => {
  await parley.server.questionsNoted()
  return rows().selectFrom('questions').selectAll().execute()
}
const rows = () => parley.server.services.store.rows
const directOf = async ({ http }: TestPerson) =>
  (await http.command('channels.openDirect', { userIds: [parley.assistant.id] })).channel.id

describe('the log of questions', () => {
  it('puts what was not answered together by topic, without the assistant’s name', async () => {
    await ask(wei, publicId, '@Parley Where is the parking permit form?')
    await ask(ann, publicId, '@Parley Where do I find the parking permit form?')
    const topic = await topicOf('parking permit')
    expect(topic).toMatchObject({ count: 2, askers: 2, awaiting: 0 })
    expect(topic?.wordings).toEqual(['Where do I find the parking permit form?', 'Where is the parking permit form?'])
  })

  it('is for administrators and owners of a collection', async () => {
    await expect(topics(wei)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(wei.http.query('questions.overview', {})).rejects.toMatchObject({ code: 'forbidden' })
    const body = { name: 'Parking', readerIds: null, ownerId: wei.user.id }
    const { collection } = await parley.owner.http.command('knowledge.createCollection', body)
    expect((await topics(wei)).length).toBeGreaterThan(0)
    await parley.owner.http.command('knowledge.removeCollection', { collectionId: collection.id })
  })

  it('is not for guests, who may not read public channels, whatever they look after', async () => {
    const guest = await parley.addPerson('Gus', { role: 'guest' })
    const body = { name: 'For guests', readerIds: null, ownerId: guest.user.id }
    await parley.owner.http.command('knowledge.createCollection', body)
    await expect(topics(guest)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(guest.http.query('questions.overview', {})).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('counts what was asked in private, and shows its words once the asker says so', async () => {
    const channelId = await directOf(ann)
    const { asked } = await ask(ann, channelId, 'How do I complain about my manager?')
    expect(JSON.stringify(await topics())).not.toContain('manager')
    expect((await noted()).find(({ message_id }) => message_id === asked)).toMatchObject({
      place: 'direct',
      vector: null,
    })
    const { days } = await parley.owner.http.query('questions.overview', { days: 2 })
    expect(days.at(-1)).toMatchObject({ hidden: 1 })
    await expect(wei.http.command('questions.await', { messageId: asked })).rejects.toMatchObject({ code: 'not_found' })
    await ann.http.command('questions.await', { messageId: asked })
    expect(await topicOf('manager')).toMatchObject({ count: 1, awaiting: 1 })
  })

  it('tells those who wait for an answer that there is one, and lists the question no more', async () => {
    const topic = await topicOf('manager')
    const { answer } = await parley.owner.http.command('answers.save', {
      ...{ phrasings: topic!.wordings, texts: { en: 'Write to the works council.', zh: null } },
    })
    const body = { questionIds: topic!.questionIds, answerId: answer.id }
    expect(await parley.owner.http.command('questions.settle', body)).toEqual({ told: 1 })
    expect(await topicOf('manager')).toBeUndefined()
    expect(await parley.owner.http.command('questions.settle', body)).toEqual({ told: 0 })
    const state = await ann.http.query('state', {})
    expect(JSON.stringify(state.reminders)).toContain('manager')
  })

  it('lists answers that somebody says were wrong, and drops what is dismissed', async () => {
    const text = 'The lift carries nine people.'
    await parley.owner.http.command('knowledge.addDocument', { title: 'Lift', text })
    const { reply } = await ask(wei, publicId, '@Parley How many people does the lift carry?')
    expect(await topicOf('lift')).toBeUndefined()
    await wei.http.command('assistant.feedback', { messageId: reply, isHelpful: false })
    const topic = await topicOf('lift')
    expect(topic).toMatchObject({ count: 1 })
    const { sources } = await parley.owner.http.query('questions.suggest', { question: topic!.wordings[0]! })
    expect(sources[0]).toMatchObject({ quote: text })
    await parley.owner.http.command('questions.settle', { questionIds: topic!.questionIds })
    expect(await topicOf('lift')).toBeUndefined()
  })

  it('follows what was written: a deleted question is gone, and an edited one reads as it does now', async () => {
    const { asked } = await ask(wei, publicId, '@Parley Which colour is the archive key?')
    await wei.http.command('messages.edit', { messageId: asked, text: '@Parley Which colour is the cellar key?' })
    expect(await topicOf('archive key')).toBeUndefined()
    expect(await topicOf('cellar key')).toMatchObject({ count: 1 })
    await wei.http.command('messages.delete', { messageId: asked })
    expect(await topicOf('cellar key')).toBeUndefined()
    expect((await noted()).some(({ message_id }) => message_id === asked)).toBe(false)
  })

  it('forgets somebody who asks for it', async () => {
    expect((await noted()).some(({ asker_id }) => asker_id === ann.user.id)).toBe(true)
    const { forgotten } = await ann.http.command('questions.forget', {})
    expect(forgotten).toBeGreaterThan(0)
    expect((await noted()).some(({ asker_id }) => asker_id === ann.user.id)).toBe(false)
  })

  it('keeps no words of what is asked outside of channels', async () => {
    await ann.http.command('assistant.ask', { text: 'Where is the secret garden of the boss?' })
    const alone = (await noted()).filter(({ place }) => place === 'alone')
    expect(alone).toMatchObject([{ outcome: 'unknown', message_id: null, vector: null }])
    expect(JSON.stringify(alone)).not.toContain('garden')
  })

  it('keeps no answer waiting, also while nothing can be noted', async () => {
    const { reply } = await rows()
      .transaction()
      .execute(async (held) => {
        await sql`lock table questions in access exclusive mode`.execute(held)
        return ann.http.command('assistant.ask', { text: 'Where does the spare ladder stand?' })
      })
    expect(reply.kind).toBe('unknown')
  })

  it('fails no answer when it cannot be written, and notes the question when it is asked again', async () => {
    const body = { text: 'Where does the old projector stand?', clientMessageId: 'projector' }
    const before = (await noted()).length
    await sql`alter table questions rename to questions_away`.execute(rows())
    const first = await ann.http.command('assistant.ask', body)
    await parley.server.questionsNoted()
    await sql`alter table questions_away rename to questions`.execute(rows())
    expect(first.reply.kind).toBe('unknown')
    expect(await noted()).toHaveLength(before)
    for (let time = 0; time < 2; time += 1) expect(await ann.http.command('assistant.ask', body)).toEqual(first)
    expect(await noted()).toHaveLength(before + 1)
  })

  it('forgets what is older than it is kept', async () => {
    const inDays = (days: number) => ({ rows: rows(), now: () => new Date(Date.now() + days * 24 * 60 * 60 * 1000) })
    await createQuestionExpiry(inDays(179), 180).doDue()
    expect(await noted()).not.toEqual([])
    await createQuestionExpiry(inDays(181), 180).doDue()
    expect(await noted()).toEqual([])
  })
})
