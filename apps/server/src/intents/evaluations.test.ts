import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { EncoderUnavailableError } from '@parley/inference'
import { classifiedPart } from '@parley/nlu'
import { ParleyError } from '@parley/protocol'
import { startTestParley, type TestParley, until } from '@parley/testkit'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { IntentControl, MeasuringTask } from '../assistant/intent-control'
import { startRulesOnlyEngine } from '../assistant/start-language-engine'
import type { MeasuredReport } from '../jobs/evaluate-wire'
import { createLog } from '../log'
import { jsonText } from '../store/json-text'
import { keepModel, pruneModels } from './intent-models'
import { readOwnExamples } from './own-examples'

const programDirectory = fileURLToPath(new URL('../../../../dist', import.meta.url))

/** What is asked of whoever measures; the test answers. */
let measuring: { task: MeasuringTask; resolve(report: MeasuredReport): void; reject(error: unknown): void }[] = []
const control: IntentControl = {
  encoderId: null,
  use: async () => undefined,
  describe: async () => null,
  learn: () => Promise.reject(new Error('nothing is learnt here')),
  measure: (task) =>
    new Promise((resolve, reject) => {
      task.signal.addEventListener('abort', () => reject(task.signal.reason))
      measuring.push({ task, resolve, reject })
    }),
}

let parley: TestParley
let workspaceId: string
beforeAll(async () => {
  const log = createLog('silent')
  const engine = async () => ({ ...startRulesOnlyEngine({ programDirectory, log }), intents: control })
  parley = await startTestParley({ engine })
  const { rows } = parley.server.services.store
  workspaceId = (await rows.selectFrom('workspaces').select('id').executeTakeFirstOrThrow()).id
  await sayLabelled('订一间会议室')
})
afterAll(() => parley[Symbol.asyncDispose]())
afterEach(async () => {
  for (const { id, status } of await list()) if (status === 'running') await cancel(id)
  await parley.server.evaluationsSettled()
  measuring = []
})

async function sayLabelled(text: string): Promise<void> {
  const { id: channelId } = await parley.createChannel(randomUUID(), [])
  const body = { channelId, text, clientMessageId: randomUUID() }
  const { message } = await parley.owner.http.command('messages.send', body)
  await parley.owner.http.command('messages.label', { messageId: message.id, kind: 'intent', value: 'book_room' })
}
const start = async () => (await parley.owner.http.command('evaluations.start', { kind: 'intent' })).evaluationId
const list = async () => (await parley.owner.http.query('evaluations.list', {})).evaluations
const cancel = (evaluationId: Awaited<ReturnType<typeof start>>) =>
  parley.owner.http.command('evaluations.cancel', { evaluationId })

describe('measurements', () => {
  test('wait one at a time: a third one is refused until one has ended', async () => {
    const begun = await Promise.allSettled([start(), start(), start()])
    expect(begun.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
    expect(begun.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'evaluation_waiting' } })
    const [newest] = await list()
    if (newest) await cancel(newest.id)
    await start()
  })

  test.each([
    ['the encoder was away', new EncoderUnavailableError('away'), 'encoder_unavailable'],
    ['the model cannot be read', new ParleyError('model_unusable'), 'model_unusable'],
    ['of something else', new Error('boom'), 'internal'],
  ])('say why they failed: %s', async (_why, error, failure) => {
    const id = await start()
    await until(() => measuring.length > 0, 'it is measured')
    measuring[0]?.reject(error)
    await parley.server.evaluationsSettled()
    expect((await list()).find((evaluation) => evaluation.id === id)).toMatchObject({ status: 'failed', failure })
  })

  test('are made on the part of each message that is read, by which a model knows it again', async () => {
    const long = '会议室🏢'.repeat(9_000)
    await sayLabelled(long)
    await start()
    await until(() => measuring.length > 0, 'it is measured')
    const texts = measuring[0]?.task.order.messages.map(({ text }) => text) ?? []
    const part = texts.find((text) => text.startsWith('会议室🏢'))
    expect(part?.length).toBeLessThan(2_000)
    expect(classifiedPart(part ?? '')).toBe(classifiedPart(long))
    const learnt = await readOwnExamples(parley.server.services.store.rows, workspaceId)
    expect(learnt.map(({ text }) => text).toSorted()).toEqual(texts.toSorted())
  })

  test('are made, as learning is, on what stands below a long quotation', async () => {
    const quoted = Array.from({ length: 60 }, (_, at) => `> 第${at}行：昨天的会议纪要已经发到群里，请各位查收`).join(
      '\n',
    )
    await sayLabelled(`${quoted}\n\n请帮我订周五的会议室`)
    await start()
    await until(() => measuring.length > 0, 'it is measured')
    expect(measuring[0]?.task.order.messages.map(({ text }) => text)).toContain('请帮我订周五的会议室')
    const learnt = await readOwnExamples(parley.server.services.store.rows, workspaceId)
    expect(learnt).toContainEqual({ text: '请帮我订周五的会议室', intent: 'book_room', isPrivate: true })
  })

  test('are kept, the newest fifty of them, and the models that they name', async () => {
    const { rows, now } = parley.server.services.store
    const [named, forgotten] = [await model(0), await model(1)]
    for (let made = 1; made <= 55; made++) {
      await rows
        .insertInto('evaluations')
        .values({
          ...{ id: randomUUID(), workspace_id: workspaceId, started_by: parley.owner.user.id, status: 'cancelled' },
          ...{ created_at: new Date(now().getTime() - made * 1_000), finished_at: now(), failure: null },
          ...{ model_id: made === 55 ? forgotten : made === 1 ? named : null, other_model_id: null },
          report: jsonText({ kind: 'intent', hasOther: false }),
        })
        .execute()
    }
    // So many others are kept to go back to.
    for (let newer = 2; newer < 10; newer++) await model(newer)
    expect(await pruneModels(rows, workspaceId)).toEqual([])
    await start()
    expect(await rows.selectFrom('evaluations').select('id').execute()).toHaveLength(50)
    expect(await pruneModels(rows, workspaceId)).toEqual([forgotten])
  })
})

/** @param age the greater, the newer. */
async function model(age: number): Promise<string> {
  const id = randomUUID()
  const comparison = { rows: 1, rightBefore: 0, rightAfter: 1, lost: 0, won: 1, isWorse: false }
  const { rows } = parley.server.services.store
  const kept = { id, state: 'kept', learnt: { figures: null, comparison }, key: id, encoderId: null, own: [] } as const
  await keepModel({ rows, now: () => new Date(age * 1_000) }, workspaceId, kept)
  return id
}
