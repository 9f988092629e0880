import type { HookDelivery } from '@parley/protocol'
import { clockTime, type Reader } from '../../app/time'
import type { Text } from '../../app/use-text'

type Told = Pick<HookDelivery, 'problem' | 'responseStatus' | 'nextAttemptAt' | 'attempts'>

/** What there is to say in words. Whoever administers servers knows the rest by its code. */
const KNOWN = [
  'timeout',
  'forbidden_address',
  'econnrefused',
  'econnreset',
  'enotfound',
  'event_gone',
  'not_a_member',
  'paused',
  'secret_unreadable',
] as const

/** What became of a delivery so far, and when it is tried again. */
export function sayDelivery({ problem, responseStatus, nextAttemptAt, attempts }: Told, text: Text, reader: Reader) {
  const what = sayProblem(problem, responseStatus, text)
  if (!nextAttemptAt || attempts === 0) return what
  return `${what} · ${text('web.integrations.next', { when: clockTime(nextAttemptAt, reader) })}`
}

function sayProblem(problem: string | null, status: number | null, text: Text): string {
  const known = KNOWN.find((code) => code === problem)
  if (known) return text(`web.integrations.problem.${known}`)
  return status === null ? (problem ?? '') : text('web.integrations.answered', { status: String(status) })
}
