import { describe, expect, it } from 'vitest'
import { readQuery } from './read-query'
import { renameInQuery } from './rename-in-query'

describe('a question by another name of what it asks about', () => {
  it('is the same in every other respect', () => {
    const query = readQuery({ text: 'Where is the payment gateway documented, except Berlin?' })
    const renamed = renameInQuery(query, 'payment gateway', '支付网关')
    expect(renamed?.text).toBe('Where is the 支付网关 documented, except Berlin?')
    const [without] = renamed?.parts ?? []
    expect(renamed?.text.slice(without?.span?.start, without?.span?.end)).toBe(', except Berlin')
    expect(renamed).toMatchObject({ type: 'place', language: 'en', asking: query.asking })
  })

  it('is none where the name stands inside of another word', () => {
    expect(renameInQuery(readQuery({ text: 'Where are the gateways?' }), 'gateway', '网关')).toBeNull()
    expect(renameInQuery(readQuery({ text: '支付网关在哪里？' }), '网关', 'gateway')?.text).toBe('支付gateway在哪里？')
  })
})
