import type { Pool } from 'pg'
import { createAssistant } from './assistant/assistant'
import { AtOnce } from './at-once'
import { KnownDevices } from './commands/session/known-devices'
import { SignInGuard } from './commands/session/sign-in-guard'
import { createConversing } from './create-conversing'
import { createDelivery } from './create-delivery'
import { createErrorListener } from './create-error-listener'
import { createLongWork } from './create-long-work'
import { createRealtime } from './create-realtime'
import type { FileServices } from './files/file-services'
import { InTurn } from './in-turn'
import { callCommand } from './integrations/outgoing/call-command'
import { HookDeliverer } from './integrations/outgoing/hook-deliverer'
import { DueWorker } from './jobs/due-worker'
import { createPlannedWork } from './jobs/planned-work'
import type { LibraryThread } from './library/library-thread'
import { mayReach } from './outbound/may-reach'
import { createAddressFilter } from './outbound/public-address'
import type { ParleyOptions } from './parley-options'
import { createRateLimits, GENEROUS } from './rate-limits'
import { SecretBox } from './secrets/secret-box'
import type { HookServices, Services } from './services'
import { Sessions } from './sessions'

/** How long it is kept what was asked of the assistant. */
const QUESTION_DAYS = 180
/** Some 20 ms each on threads that reading files and names of hosts share: half of them stay free. */
const PASSWORD_CHECKS = { atOnce: 2, maxWaiting: 100 }

export type Parts = ReturnType<typeof createParts>

interface Grounds {
  readonly pool: Pool
  readonly libraryThread: LibraryThread
  readonly files: FileServices
}

/** Everything that works on the store, none of it started. */
export function createParts(options: ParleyOptions, { pool, libraryThread, files }: Grounds) {
  const { log, now = () => new Date(), questionDays = QUESTION_DAYS, push, storageDirectory } = options
  const onError = createErrorListener(log)
  const secrets = new SecretBox(options.secretKeys)
  const delivery = createDelivery({ questionDays, push, storageDirectory, pool, files, secrets, now, onError })
  const realtime = createRealtime({ options, database: delivery.store.rows, feed: delivery.feed, now, onError })
  const conversing = createConversing({ options, delivery, libraryThread, questionDays, now, onError })
  const { live } = realtime
  const longWork = createLongWork({ options, delivery, live, services: () => services, now, onError })
  /** Known when it listens. */
  const address = { url: options.publicUrl ?? '' }
  const isAllowed = createAddressFilter(options.hookHosts ?? [])
  const hooks: HookServices = {
    wake: () => deliverer.wake(),
    isCallable: (url) => mayReach(url, isAllowed),
    callCommand: (actor, call) => callCommand(services, { isAllowed, publicUrl: () => address.url }, actor, call),
  }
  const made = { files, secrets, hooks, sockets: realtime.gateway, live, library: conversing.library, ...longWork }
  const services: Services = { ...createServices(options, delivery, conversing, now), ...made }
  const deliverer = new HookDeliverer({ services, isAllowed, onError })
  const planned = new DueWorker({ work: createPlannedWork(services), now, onError })
  delivery.followers.push(deliverer, planned)
  return { services, ...delivery, ...realtime, ...conversing, ...longWork, planned, deliverer, address, onError }
}

/** What commands and queries ask for by itself. */
function createServices(
  options: ParleyOptions,
  { store, directory, push, graph }: ReturnType<typeof createDelivery>,
  { library, conversations }: ReturnType<typeof createConversing>,
  now: () => Date,
) {
  const { version, engine, hasRateLimits, secretKeys } = options
  return {
    ...{ version, store, push, graph, people: directory },
    sessions: new Sessions(store.rows, now),
    signInGuard: new SignInGuard(now),
    knownDevices: new KnownDevices(secretKeys),
    passwordChecks: new AtOnce(PASSWORD_CHECKS),
    rateLimits: createRateLimits({ now, allowances: hasRateLimits === false ? null : GENEROUS }),
    assistant: createAssistant({ engine, directory, conversations, ground: { store, directory, library } }),
    repeats: new InTurn(),
  }
}
