import { ParleyError } from '@parley/protocol'
import { describe, expect, it } from 'vitest'
import { trySend } from './try-send'

const failing = (error: Error) => () => Promise.reject(error)

describe('an attempt to send', () => {
  it('that came too often is made again, not before the time that the server names', async () => {
    const tooOften = new ParleyError('rate_limited', { retryAfterMs: 1_250 })
    expect(await trySend(failing(tooOften))).toEqual({ kind: 'retry', notBeforeMs: 1_250 })
  })

  it('that came too often for a proxy, which names no time, is made again too', async () => {
    expect(await trySend(failing(new ParleyError('rate_limited')))).toEqual({ kind: 'retry', notBeforeMs: 0 })
  })

  it('that was refused for good is not made again', async () => {
    expect(await trySend(failing(new ParleyError('channel_archived')))).toMatchObject({ kind: 'refused' })
  })
})
