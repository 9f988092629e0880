import { describe, expect, it } from 'vitest'
import { SignInGuard } from './sign-in-guard'

const MINUTE_MS = 60 * 1000
const REFUSED = expect.objectContaining({ code: 'rate_limited' })

const guardAt = (now: () => number) => new SignInGuard(() => new Date(now()))
const wei = (network: string, device: string | null = null) => ({ email: 'wei@example.org', network, device })

function exhaust(guard: SignInGuard, network: string): void {
  for (let attempt = 0; attempt < 10; attempt += 1) guard.admit(wei(network))
}

describe('wrong passwords', () => {
  it('are refused after ten from one place, saying when to come back', () => {
    let nowMs = Date.UTC(2026, 0, 1)
    const guard = guardAt(() => nowMs)
    exhaust(guard, 'cafe')
    const retryAfterMs = 15 * MINUTE_MS
    expect(() => guard.admit(wei('cafe'))).toThrow(expect.objectContaining({ parameters: { retryAfterMs } }))
    expect(() => guard.admit({ ...wei('cafe'), email: 'ann@example.org' })).not.toThrow()
    nowMs += retryAfterMs
    expect(() => guard.admit(wei('cafe'))).not.toThrow()
  })

  it('lock nobody out for longer when the clock is set back', () => {
    let nowMs = Date.UTC(2026, 0, 2)
    const guard = guardAt(() => nowMs)
    exhaust(guard, 'cafe')
    nowMs = Date.UTC(2026, 0, 1)
    expect(() => guard.admit(wei('cafe'))).not.toThrow()
  })

  it('from one place leave the account open to others', () => {
    const guard = guardAt(() => 0)
    exhaust(guard, 'cafe')
    expect(() => guard.admit(wei('home'))).not.toThrow()
  })

  it('from many places are a hundred for one account, but for browsers that have signed in before', () => {
    const guard = guardAt(() => 0)
    for (let place = 0; place < 10; place += 1) exhaust(guard, `bot ${place}`)
    expect(() => guard.admit(wei('bot 10'))).toThrow(REFUSED)
    expect(() => guard.admit(wei('bot 10', 'phone'))).not.toThrow()
  })

  it('with such a browser are ten, too', () => {
    const guard = guardAt(() => 0)
    for (let attempt = 0; attempt < 10; attempt += 1) guard.admit(wei(`home ${attempt}`, 'phone'))
    expect(() => guard.admit(wei('home', 'phone'))).toThrow(REFUSED)
  })

  it('from one network are a hundred for all accounts; right ones do not count, and clear nothing', () => {
    const guard = guardAt(() => 0)
    for (let person = 0; person < 200; person += 1) guard.admit({ ...wei('cafe'), email: `${person}@example.org` })()
    for (let person = 0; person < 99; person += 1) guard.admit({ ...wei('cafe'), email: `${person}@example.com` })
    guard.admit(wei('cafe'))()
    expect(() => guard.admit({ ...wei('cafe'), email: 'a@example.net' })).not.toThrow()
    expect(() => guard.admit({ ...wei('cafe'), email: 'b@example.net' })).toThrow(REFUSED)
  })
})
