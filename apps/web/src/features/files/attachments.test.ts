import type { HttpClient } from '@parley/client'
import { FILES_A_MESSAGE, FileId, ParleyError } from '@parley/protocol'
import { describe, expect, it, vi } from 'vitest'
import { Attachments } from './attachments'

const fileId = FileId.parse('00000000-0000-7000-8000-000000000001')
const file = { id: fileId, name: 'a.txt', size: 1, mimeType: 'text/plain', width: null, height: null }
const chosen = (count = 1) => Array.from({ length: count }, (_, index) => new File(['a'], `${index}.txt`))

/** The server's side, whose own tests are with it: here only its answers matter. */
function create(command: (name: string) => Promise<unknown>) {
  const asked: string[] = []
  const http = {
    command: (name: string) => {
      asked.push(name)
      return command(name)
    },
  } as unknown as HttpClient
  return { attachments: new Attachments(http), asked }
}

const whole = async () => ({ fileId, offset: 1, file })

describe('attachments', () => {
  it('stay where they were added until they are taken for a message, and tell it of their progress', async () => {
    let finish = (_answer: unknown) => {}
    const { attachments } = create(() => new Promise((resolve) => (finish = resolve)))
    attachments.add('general', chosen())
    expect(attachments.at('general')).toMatchObject([{ name: '0.txt', status: 'uploading' }])
    expect(attachments.isBusy).toBe(true)
    const { files, showWith } = attachments.take('general')
    showWith('message-1')
    expect(attachments.at('general')).toEqual([])
    finish(await whole())
    expect(await files).toEqual([fileId])
    await vi.waitFor(() => expect(attachments.at('message-1')).toMatchObject([{ status: 'ready' }]))
    attachments.forget('message-1', false)
    expect(attachments.at('message-1')).toEqual([])
  })

  it('are ten at most', () => {
    const { attachments } = create(whole)
    expect(attachments.add('general', chosen(FILES_A_MESSAGE - 1))).toBe(0)
    expect(attachments.add('general', chosen(3))).toBe(2)
    expect(attachments.at('general')).toHaveLength(FILES_A_MESSAGE)
  })

  it('say why they were refused, and can be tried again', async () => {
    let isRefused = true
    const refuse = async () => {
      if (isRefused) throw new ParleyError('file_too_large', { name: '0.txt', limitMb: 100 })
      return whole()
    }
    const { attachments } = create(refuse)
    attachments.add('general', chosen())
    await vi.waitFor(() => expect(attachments.at('general')).toMatchObject([{ status: 'failed' }]))
    const [{ id } = { id: '' }] = attachments.at('general')
    expect(attachments.at('general')[0]?.error).toMatchObject({ code: 'file_too_large' })
    isRefused = false
    attachments.retry('general', id)
    await vi.waitFor(() => expect(attachments.at('general')).toMatchObject([{ id, status: 'ready' }]))
  })

  it('are dropped at the server too when they are removed', async () => {
    const { attachments, asked } = create(whole)
    attachments.add('general', chosen())
    await vi.waitFor(() => expect(attachments.at('general')).toMatchObject([{ status: 'ready' }]))
    attachments.remove('general', attachments.at('general')[0]?.id ?? '')
    expect(attachments.at('general')).toEqual([])
    expect(asked).toEqual(['files.begin', 'files.discard'])
  })
})
