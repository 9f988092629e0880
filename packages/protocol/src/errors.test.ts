import { describe, expect, it } from 'vitest'
import { errorTable, ParleyError } from './errors'

describe('ParleyError', () => {
  it('has the status of its code, and its code as message until a text is known', () => {
    const error = new ParleyError('text_too_long', { length: 5, limit: 3 })
    expect(error).toMatchObject({ status: 400, message: 'text_too_long', parameters: { length: 5, limit: 3 } })
    expect(new ParleyError('forbidden', {}, { message: '没有权限' }).message).toBe('没有权限')
  })

  it('keeps its cause', () => {
    const cause = new Error('disk')
    expect(new ParleyError('storage_full', {}, { cause }).cause).toBe(cause)
  })
})

describe('the error table', () => {
  it('has error statuses only', () => {
    for (const { status } of Object.values(errorTable)) {
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(600)
    }
  })
})
