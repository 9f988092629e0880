import { describe, expect, it } from 'vitest'
import { namesIn } from './names-in'
import { readQuery, searchedText } from './read-query'

const entities = [
  { id: 'gateway', name: '支付网关', keys: ['支付网关', 'payment gateway'] },
  { id: 'short', name: '网关', keys: ['网关'] },
  { id: 'vpn', name: 'VPN 网关', keys: ['vpn 网关'] },
]
const sources = { documents: [], collections: [], channels: [], entities }
const named = (text: string) => {
  const query = readQuery({ text, sources })
  return query.parts.map((part) =>
    'ids' in part ? `${part.ids}: ${text.slice(part.span?.start, part.span?.end)}` : '',
  )
}

describe('what a question names of the graph', () => {
  it.each([
    ['支付网关由谁负责？', ['gateway: 支付网关']],
    ['Who runs the Payment Gateway?', ['gateway: Payment Gateway']],
    ['VPN 网关在哪里？', ['vpn: VPN 网关']],
    ['网关和支付网关有什么区别？', ['short: 网关', 'gateway: 支付网关']],
    ['Who runs the payment gateways?', []],
  ])('%s', (text, parts) => expect(named(text)).toEqual(parts))

  it('is searched like any other words', () => {
    expect(searchedText(readQuery({ text: '支付网关由谁负责？', sources }))).toBe('支付网关由谁负责？')
  })

  it('is looked for in no time, however long the question', () => {
    const startedAt = performance.now()
    namesIn('支付网关'.repeat(10_000))
    expect(performance.now() - startedAt).toBeLessThan(200)
  })
})
