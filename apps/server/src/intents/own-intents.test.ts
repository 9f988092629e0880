import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { defaultModelDirectory } from '@parley/inference'
import { startTestParley, type TestParley, until } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startLanguageEngine } from '../assistant/start-language-engine'
import { createLog } from '../log'

const programDirectory = fileURLToPath(new URL('../../../../dist', import.meta.url))
const engine = () =>
  startLanguageEngine({ modelDirectory: defaultModelDirectory(), programDirectory, log: createLog('silent') })

let parley: TestParley
/** Said in a private channel. */
const SECRET = '三楼的窗户又漏雨了，没人管'

describe.skipIf(process.env.PARLEY_TEST_WITHOUT_MODEL === '1')('own intents', { timeout: 180_000 }, () => {
  beforeAll(async () => {
    parley = await startTestParley({ engine })
  }, 180_000)
  afterAll(() => parley?.[Symbol.asyncDispose]())

  const intentOf = async (text: string) =>
    (await parley.owner.http.command('understand', { text })).understanding.intent
  async function label(text: string, value: string): Promise<void> {
    const { id: channelId } = await parley.createChannel(randomUUID(), [], { kind: 'private' })
    const body = { channelId, text, clientMessageId: randomUUID() }
    const { message } = await parley.owner.http.command('messages.send', body)
    await parley.owner.http.command('messages.label', { messageId: message.id, kind: 'intent', value })
  }
  const list = () => parley.owner.http.query('intents.list', {})

  test('are told before they are judged, and still afterwards, by a model that is kept', async () => {
    await label(SECRET, 'complain')
    expect((await intentOf('is there a parking spot for me on Friday?')).name).not.toBe('停车位')
    await parley.owner.http.command('intents.create', {
      name: '停车位',
      examples: ['I need a parking space', 'can I get a parking permit', '请帮我申请一个停车位', '需要一个访客车位'],
    })
    await until(
      async () => (await intentOf('is there a parking spot for me on Friday?')).name === '停车位',
      'it works',
      60_000,
    )
    expect((await list()).models).toEqual([])
    await parley.server.intentsSettled()
    const { models, liveModel, figures, learning } = await list()
    expect(models).toMatchObject([{ id: liveModel, isLive: true, state: 'kept', ownExamples: 5 }])
    expect(models[0]?.comparison.rows).toBeGreaterThan(1_000)
    expect(figures?.accuracy).toBeGreaterThan(0.8)
    expect(learning).toEqual({ phase: 'idle', progress: 0, hasFailed: false })
    expect((await intentOf('能给我留一个车位吗')).name).toBe('停车位')
  })

  test('are learnt from labelled messages too, which are never shown', async () => {
    const { name, nearestExamples } = await intentOf(SECRET)
    expect(name).toBe('complain')
    expect(nearestExamples.filter(({ text }) => text === SECRET || text === '')).toEqual([])
  })

  test('are measured on labelled messages, by models that had not learnt from them, against the shipped ones', async () => {
    await label('能给我留一个车位吗', '停车位')
    const measured = { kind: 'intent', otherModelId: null } as const
    const { evaluationId } = await parley.owner.http.command('evaluations.start', measured)
    await parley.server.evaluationsSettled()
    const { evaluations } = await parley.owner.http.query('evaluations.list', {})
    expect(evaluations[0]).toMatchObject({ id: evaluationId, status: 'done', hasOther: true, kind: 'intent' })
    expect(evaluations[0]?.report).toMatchObject({ n: 2, left: 0, comparison: { rows: 2 } })
    // The shipped ones cannot know it.
    expect(evaluations[0]?.report?.comparison?.won).toBeGreaterThan(0)
    expect(evaluations[0]?.report?.labels.map(({ name }) => name).toSorted()).toEqual(['complain', '停车位'])
  })

  test('hold the threshold that an administrator sets, at once, in the log, and back again', async () => {
    const { name } = await intentOf('订一间会议室')
    await parley.owner.http.command('intents.setOperatingPoint', { threshold: 1 })
    expect(await intentOf('订一间会议室')).toMatchObject({ name: null, threshold: 1 })
    const { entries } = await parley.owner.http.query('audit.list', { kind: 'operating-point-set' })
    expect(entries).toMatchObject([{ subjectName: '1.00' }])
    expect(await parley.owner.http.command('intents.setOperatingPoint', { threshold: null })).toEqual({ previous: 1 })
    expect((await intentOf('订一间会议室')).name).toBe(name)
  })

  test('are told after a restart, and no more once the shipped model is chosen', async () => {
    await parley.restart()
    expect((await intentOf('I need a parking space')).name).toBe('停车位')
    await parley.owner.http.command('intents.useModel', { modelId: null })
    expect((await intentOf('I need a parking space')).name).not.toBe('停车位')
  })
})
