import type { ChannelId, CollectionId, CollectionTuning, DocumentId, MessageId } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson, until } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readWeights } from '../../store/collection-weights'

let parley: TestParley
let wei: TestPerson
let channelId: ChannelId
let collectionId: CollectionId
let documentId: DocumentId
let sent = 0

beforeAll(async () => {
  parley = await startTestParley({ logLevel: 'fatal' })
  wei = await parley.addPerson('王伟')
  channelId = (await parley.createChannel('everybody', [wei], { withAssistant: true })).id
  const { document } = await parley.owner.http.command('knowledge.addDocument', {
    title: 'Lift',
    text: '# Lift\n\n## Load\n\nThe lift carries nine people.\n\n## Hours\n\nThe lift runs from six to midnight.',
    mimeType: 'text/markdown',
  })
  documentId = document.id
  collectionId = document.collectionId
})
afterAll(() => parley[Symbol.asyncDispose]())

const rows = () => parley.server.services.store.rows

async function say(text: string) {
  sent += 1
  const said = await wei.http.command('messages.send', { channelId, text, clientMessageId: `tuning-${sent}` })
  return said.message
}

async function ask(text: string): Promise<MessageId> {
  const message = await say(text)
  const replies = async () =>
    (await wei.http.query('messages.list', { channelId })).messages.filter(({ card }) => card?.repliesTo === message.id)
  await until(async () => (await replies()).length === 1, 'the assistant has answered')
  await parley.server.questionsNoted()
  return (await replies())[0]!.id
}

describe('what is learnt of the log', () => {
  it('notes which cited document was opened, once, and no other', async () => {
    const messageId = await ask('@Parley How many people does the lift carry?')
    await wei.http.command('questions.openSource', { messageId, documentId })
    await wei.http.command('questions.openSource', { messageId, documentId })
    const noted = await rows().selectFrom('questions').select('opened_ids').executeTakeFirstOrThrow()
    expect(noted.opened_ids).toEqual([documentId])
    const other = { messageId, documentId: '00000000-0000-7000-8000-000000000000' as DocumentId }
    await expect(wei.http.command('questions.openSource', other)).rejects.toMatchObject({ code: 'not_found' })
    const stranger = await parley.addPerson('Ann')
    const opened = stranger.http.command('questions.openSource', { messageId, documentId })
    await expect(opened).rejects.toMatchObject({ code: 'not_a_member' })
  })

  it('asks the log again, counts what people said of the answers, and changes nothing', async () => {
    const { figures, replayed, changed, signals } = await parley.owner.http.query('answers.replay', { collectionId })
    expect({ replayed, changed }).toEqual({ replayed: 1, changed: [] })
    expect(signals).toEqual({ helpful: 0, unhelpful: 0, opened: 1, askedAgain: 0, handedOver: 0 })
    expect(figures).toMatchObject({ weightBefore: 0.5, weight: 0.5, verdict: 'too-few', asked: 1 })
    expect(figures.made).toBeGreaterThan(0)
    expect(await readWeights(rows(), [collectionId])).toEqual({})
  })

  it('counts thumbs, questions that were asked again and those that went to a person', async () => {
    const replyId = await ask('@Parley When does the lift run?')
    await wei.http.command('assistant.feedback', { messageId: replyId, isHelpful: false })
    await ask('@Parley When does the lift run, please?')
    await say('@Parley I want to talk to a person')
    const signalsNow = async () => (await parley.owner.http.query('answers.replay', { collectionId })).signals
    await expect.poll(signalsNow).toEqual({ helpful: 0, unhelpful: 1, opened: 1, askedAgain: 1, handedOver: 1 })
  })

  it('does not take what is not better', async () => {
    const answer = await parley.owner.http.command('answers.tune', { collectionId })
    expect(answer).toMatchObject({ isTaken: false })
    expect(await readWeights(rows(), [collectionId])).toEqual({})
  })

  it('uses the last weight that was taken, and the one before it when that is taken back', async () => {
    const figures = { weight: 0.8, weightBefore: 0.5, verdict: 'better', asked: 40, made: 9 }
    const quality = { before: { asked: 0.5, made: null }, after: { asked: 0.6, made: null } }
    const { id: workspaceId } = await rows().selectFrom('workspaces').select('id').executeTakeFirstOrThrow()
    const learn = (weight: number, at: string) =>
      rows()
        .insertInto('collection_tunings')
        .values({
          ...{ id: crypto.randomUUID(), collection_id: collectionId, lexical_weight: weight, former_weight: 0.5 },
          ...{ workspace_id: workspaceId, tuned_by: parley.owner.user.id, tuned_at: at },
          report: JSON.stringify({ ...figures, ...quality }),
        })
        .execute()
    await learn(0.3, '2026-01-01T00:00:00Z')
    await learn(0.8, '2026-01-02T00:00:00Z')
    const listed = async () => (await parley.owner.http.query('answers.tunings', {})).collections
    expect(await listed()).toMatchObject([{ collectionId, weight: expect.closeTo(0.8, 5) }])
    const [{ changes }] = (await listed()) as [CollectionTuning]
    expect(changes).toMatchObject([{ figures, by: parley.owner.user.id, undone: null }, { undone: null }])
    const untune = async () => (await parley.owner.http.command('answers.untune', { collectionId })).weight
    expect(await untune()).toBeCloseTo(0.3, 5)
    expect(await untune()).toBe(0.5)
    expect(await untune()).toBe(0.5)
    const undone = { by: parley.owner.user.id, at: expect.any(String) }
    expect(await listed()).toMatchObject([{ weight: 0.5, changes: [{ undone }, { undone }] }])
  })

  it('is for those who look after the collection', async () => {
    await expect(wei.http.query('answers.tunings', {})).rejects.toMatchObject({ code: 'forbidden' })
    for (const act of ['answers.tune', 'answers.untune'] as const) {
      await expect(wei.http.command(act, { collectionId })).rejects.toMatchObject({ code: 'forbidden' })
    }
    await expect(wei.http.query('answers.replay', { collectionId })).rejects.toMatchObject({ code: 'forbidden' })
  })
})
