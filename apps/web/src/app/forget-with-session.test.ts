import { createHttpClient, createParleyClient } from '@parley/client'
import type { ChannelId, UserId } from '@parley/protocol'
import { expect, it, vi } from 'vitest'
import { PrivateNotes } from '../features/commands/private-notes'
import { Attachments } from '../features/files/attachments'
import { forgetWithSession } from './forget-with-session'

const note = { channelId: 'harbour' as ChannelId, threadId: null, authorId: 'bot' as UserId, asked: '/salary' }

it('leaves neither answers nor files of one person to whoever signs in next on the page', async () => {
  const refusal = { error: { code: 'unauthenticated', message: { en: 'Sign in.', zh: '请登录。' } } }
  const fetch = async () => Response.json(refusal, { status: 401 })
  const http = createHttpClient({ baseUrl: 'http://parley.test', fetch })
  const client = createParleyClient({ http, openSocket: () => new WebSocket('ws://parley.test') })
  const notes = new PrivateNotes()
  const attachments = new Attachments(http)
  forgetWithSession(client, [notes, attachments])
  notes.await('given', note)
  attachments.add('harbour', [new File(['secret'], 'salaries.txt')])
  client.start()
  await vi.waitFor(() => expect(client.getState().status).toBe('signed-out'))
  await vi.waitFor(() => expect(notes.get()).toEqual([]))
  expect(attachments.at('harbour')).toEqual([])
})
