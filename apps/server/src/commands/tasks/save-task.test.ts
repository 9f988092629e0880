import { listenToEvents, startTestParley, type TestParley, type TestPerson } from '@parley/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'

let parley: TestParley
let wei: TestPerson

beforeAll(async () => {
  parley = await startTestParley()
  wei = await parley.addPerson('王伟')
})
afterAll(() => parley[Symbol.asyncDispose]())

/** What the inbox of somebody who had a task says when it is taken from them. */
async function newsOfLoss(channelId: string | null): Promise<unknown> {
  const { task } = await parley.owner.http.command('tasks.create', {
    ...{ title: 'Pricing page', assigneeId: wei.user.id, channelId: channelId as never },
  })
  using listener = await listenToEvents(parley.url, wei.token)
  await parley.owner.http.command('tasks.update', { taskId: task.id, assigneeId: null })
  return await listener.waitFor((event) => (event.streamId as string) === wei.user.id, 'the news in the inbox')
}

test('who had a task hears in their inbox that they no longer have it, also where they see it still', async () => {
  const channel = await parley.createChannel('shared', [wei])
  expect(await newsOfLoss(channel.id)).toMatchObject({ type: 'task-saved', task: { assigneeId: null } })
})

test('who had a task and sees it no longer hears nothing else of it', async () => {
  expect(await newsOfLoss(null)).toMatchObject({ type: 'task-hidden' })
})
