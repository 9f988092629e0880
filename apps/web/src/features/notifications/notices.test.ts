import { expect, test } from 'vitest'
import { noticeOptions } from './notices'

const storage = { getItem: () => 'on' } as unknown as Storage

test('carries what a click, a reading and the service worker ask of it', () => {
  const about = { path: '/c/1/m/7', channelId: '1', messageNumber: 3, seq: 7 }
  // The worker shows no pushed message whose number, or a later one, stands there.
  expect(noticeOptions({ body: 'Hello', ...about }, storage)).toMatchObject({ tag: '1', data: about })
})
