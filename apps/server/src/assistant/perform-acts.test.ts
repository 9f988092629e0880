import { startTestParley, type TestParley } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let parley: TestParley
beforeAll(async () => {
  parley = await startTestParley()
})
afterAll(() => parley[Symbol.asyncDispose]())

async function confirmed(request: string, confirmation: string) {
  const ask = (text: string, conversationId?: string) =>
    parley.owner.http.command('assistant.ask', { text, ...(conversationId && { conversationId }) } as { text: string })
  const asked = await ask(request)
  const { reply } = await ask(confirmation, asked.conversationId)
  return reply.tasks[0]
}

describe('what a confirmed request leaves to do', () => {
  test('is told as people write it', async () => {
    expect(await confirmed('我需要订购一本《人工智能基础》的书', '确认')).toMatchObject({
      title: '订购图书：《人工智能基础》，1 本',
      assigneeId: null,
    })
  })

  test.each([
    ['提醒我2031年5月6日上午九点给王伟打电话', '确认'],
    ['Remind me on 6 May 2031 at 9 am to call Wei', 'confirm'],
  ])('is a task, due when they said, where a reminder cannot ring so far ahead: %s', async (request, confirmation) => {
    expect(await confirmed(request, confirmation)).toMatchObject({
      assigneeId: parley.owner.user.id,
      due: expect.stringMatching(/^2031-05-06T09:00:00(Z|[+-]\d\d:\d\d)$/),
    })
  })

  test.each([
    ['明天上午九点提醒我给王伟打电话', '确认', '给王伟打电话'],
    ['Remind me tomorrow at 9 am to call Wei', 'confirm', 'call Wei'],
  ])('is, for a reminder, one that rings at its time, and no task: %s', async (request, confirmation, text) => {
    expect(await confirmed(request, confirmation)).toBeUndefined()
    const { reminders, me } = await parley.owner.http.query('state', {})
    const reminder = reminders.find((it) => it.text === text)
    expect(reminder).toMatchObject({ userId: me.id, channelId: null, message: null, repeats: null })
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: me.timeZone, timeStyle: 'short' })
    expect(clock.format(new Date(reminder!.dueAt))).toBe('09:00')
  })
})
