import { postOutside } from '../../outbound/post-outside'
import type { IsAllowed } from '../../outbound/public-address'
import { isMember } from '../../policies/channel-policy'
import type { Services } from '../../services'
import { signatureHeaders } from '../../signing-secret'
import type { Database } from '../../store/database'
import { type DeliveryRow, disable, type HookRow, postpone, settle } from './delivery-queue'
import { describeEvent } from './describe-event'
import { type Judgement, judgeAnswer, judgeFailure, pauseAfter } from './judge-answer'
import { sayAnswer } from './say-answer'
import { tellOwner } from './tell-owner'

export interface Sending {
  readonly hook: HookRow
  readonly delivery: DeliveryRow
  readonly isAllowed: IsAllowed
  readonly random: () => number
  readonly signal: AbortSignal
}

const TIMEOUT_MS = 10_000
/** How long a delivery is tried; when it fails for so long, its webhook is switched off. */
const PERSISTENCE_MS = 24 * 60 * 60 * 1000

/** Sends one delivery once, and notes what became of it. Noted after it was sent: at least once, never less. */
export async function attemptDelivery(services: Services, sending: Sending): Promise<void> {
  const { rows, now } = services.store
  const { hook, delivery } = sending
  const fail = (problem: string) => settle(rows, delivery, { responseStatus: null, problem }, now())
  if (!(await mayStillTell(rows, hook, delivery))) return fail('not_a_member')
  const body = await describeEvent(rows, hook, delivery)
  if (body === null) return fail('event_gone')
  const { judgement, answer } = await send(services, sending, body)
  // Whoever stops the server has not failed to receive.
  if (sending.signal.aborted && judgement.kind !== 'delivered') return
  await note(services, sending, judgement)
  if (judgement.kind === 'delivered' && answer) await sayAnswer(services, hook, delivery, answer)
}

/** What waited while the bot was taken out of the channel is not its to tell any more. A test tells nothing of it. */
async function mayStillTell(rows: Database, { channel_id, bot_id }: HookRow, { event_type }: DeliveryRow) {
  return event_type === 'test' || isMember(rows, channel_id, bot_id)
}

async function send({ store, secrets }: Services, { hook, delivery, isAllowed, signal }: Sending, body: string) {
  const timestamp = Math.floor(store.now().getTime() / 1000)
  const patience = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)])
  try {
    const secret = secrets.open(hook.secret, { table: 'outgoing_hooks', id: hook.id })
    const signature = signatureHeaders(secret, { id: delivery.id, timestamp, body })
    const headers = { 'content-type': 'application/json', ...signature }
    const answer = await postOutside({ url: hook.url, body, headers, isAllowed, signal: patience })
    return { judgement: judgeAnswer(answer), answer: answer.body }
  } catch (error) {
    return { judgement: judgeFailure(error), answer: null }
  }
}

async function note(services: Services, { hook, delivery, random }: Sending, judgement: Judgement): Promise<void> {
  const { rows, now } = services.store
  const at = now()
  const isTooOld = at.getTime() - delivery.created_at.getTime() >= PERSISTENCE_MS
  // A test says at once how it went.
  if (judgement.kind === 'again' && !isTooOld && delivery.event_type !== 'test') {
    const pauseMs = pauseAfter(delivery.attempts + 1, judgement.retryAfterMs, random)
    return postpone(rows, delivery, judgement.attempt, new Date(at.getTime() + pauseMs), at)
  }
  await settle(rows, delivery, judgement.attempt, at)
  const isOver = judgement.kind === 'refused' ? judgement.isGone : judgement.kind === 'again'
  if (!isOver || delivery.event_type === 'test') return
  await disable(rows, hook.id)
  await tellOwner(services, hook)
}
