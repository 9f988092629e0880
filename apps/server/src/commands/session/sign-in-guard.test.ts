import { expect, it } from 'vitest'
import { SignInGuard } from './sign-in-guard'

const MINUTE_MS = 60 * 1000

function exhaust(guard: SignInGuard, email: string): void {
  for (let attempt = 0; attempt < 10; attempt += 1) guard.admit(email)
}

it('says after ten tries when to come back, and lets in then', () => {
  let nowMs = Date.UTC(2026, 0, 1)
  const guard = new SignInGuard(() => new Date(nowMs))
  exhaust(guard, 'wei@example.org')
  const retryAfterMs = 15 * MINUTE_MS
  expect(() => guard.admit('wei@example.org')).toThrow(expect.objectContaining({ parameters: { retryAfterMs } }))
  expect(() => guard.admit('ann@example.org')).not.toThrow()
  nowMs += retryAfterMs
  expect(() => guard.admit('wei@example.org')).not.toThrow()
})

it('locks nobody out for longer when the clock is set back', () => {
  let nowMs = Date.UTC(2026, 0, 2)
  const guard = new SignInGuard(() => new Date(nowMs))
  exhaust(guard, 'wei@example.org')
  nowMs = Date.UTC(2026, 0, 1)
  expect(() => guard.admit('wei@example.org')).not.toThrow()
})
