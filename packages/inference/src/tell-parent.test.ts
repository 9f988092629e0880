import { afterEach, expect, it, vi } from 'vitest'
import { tellParent } from './tell-parent'

const { send, connected } = process

afterEach(() => {
  Object.assign(process, { send, connected })
})

it('takes a parent that goes while it is written to for no fault', () => {
  const sent = vi.fn((_message: unknown, _handle: unknown, _options: unknown, told?: (error: Error) => void) => {
    const error = new Error('write EPIPE')
    // As Node does: who asks to be told is told, and otherwise the process hears of an error that nobody has taken.
    if (!told) throw error
    told(error)
    return false
  })
  Object.assign(process, { send: sent, connected: true })
  expect(() => tellParent({ type: 'ready' })).not.toThrow()
  expect(sent).toHaveBeenCalledWith({ type: 'ready' }, undefined, undefined, expect.any(Function))
})

it('says nothing to one that is gone', () => {
  const sent = vi.fn()
  Object.assign(process, { send: sent, connected: false })
  tellParent({ type: 'ready' })
  expect(sent).not.toHaveBeenCalled()
})
