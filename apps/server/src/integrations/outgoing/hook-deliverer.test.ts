import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import { startReceiver, startTestParley, until } from '@parley/testkit'
import type { KyselyPlugin, RootOperationNode } from 'kysely'
import { Pool } from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { expect, it } from 'vitest'
import type { Services } from '../../services'
import { createDatabase, type Database } from '../../store/database'
import { HookDeliverer } from './hook-deliverer'

/** Runs once, when a webhook's next delivery was looked for and there was none, before that is known. */
function atEndOfLane(act: () => Promise<void>): {
  readonly plugin: KyselyPlugin
  readonly lookedForWaiting: () => number
} {
  const nodes = new WeakMap<object, RootOperationNode>()
  let looks = 0
  let isOver = false
  const plugin: KyselyPlugin = {
    transformQuery: ({ queryId, node }) => {
      nodes.set(queryId, node)
      return node
    },
    transformResult: async ({ queryId, result }) => {
      const node = nodes.get(queryId)
      if (node?.kind !== 'SelectQueryNode' || !JSON.stringify(node.from).includes('hook_deliveries')) return result
      if (node.joins) looks += 1
      else if (result.rows.length === 0 && !isOver) {
        isOver = true
        await act()
      }
      return result
    },
  }
  return { plugin, lookedForWaiting: () => looks }
}

it('sends what came while the lane was finding that it had nothing left', async () => {
  await using receiver = await startReceiver()
  await using parley = await startTestParley({ hookHosts: ['127.0.0.1'] })
  const { id: channelId } = await parley.createChannel('hooked')
  const { outgoingHook } = await parley.owner.http.command('outgoingHooks.create', {
    ...{ name: 'Out', channelId, url: receiver.url },
  })
  const { services } = parley.server
  // Rows that come without an event are not seen by the server's own deliverer.
  await using pool = disposable(new Pool({ connectionString: parley.databaseUrl }))
  const plain = createDatabase(pool.pool)
  let [added, isAtEnd] = [0, false]
  const { plugin, lookedForWaiting } = atEndOfLane(async () => {
    isAtEnd = true
    const before = lookedForWaiting()
    await addDelivery(plain, outgoingHook.id)
    deliverer.wake()
    await until(() => lookedForWaiting() > before, 'the new delivery is seen')
    for (let turn = 0; turn < 5; turn += 1) await nextTurn()
  })
  const store = { rows: plain.withPlugin(plugin), now: () => new Date() }
  const errors: unknown[] = []
  const deliverer = new HookDeliverer({
    ...{ services: { ...services, store } as unknown as Services, isAllowed: () => true },
    onError: (error) => errors.push(error),
  })
  // On a busy machine the server's own deliverer may still be looking after the webhook was made, and be quicker.
  while (!isAtEnd) {
    await addDelivery(plain, outgoingHook.id)
    added += 1
    deliverer.wake()
    await receiver.waitFor(added)
    await pause(100)
  }
  await receiver.waitFor(added + 1)
  await deliverer.stop()
  expect(errors).toEqual([])
})

async function addDelivery(rows: Database, hookId: string): Promise<void> {
  const { workspace_id } = await rows.selectFrom('outgoing_hooks').select('workspace_id').executeTakeFirstOrThrow()
  const at = new Date()
  const delivery = { id: uuidv7(), workspace_id, hook_id: hookId, seq: 0, event_type: 'test' }
  await rows
    .insertInto('hook_deliveries')
    .values({ ...delivery, next_attempt_at: at, created_at: at })
    .execute()
}

const disposable = (pool: Pool) => ({ pool, [Symbol.asyncDispose]: () => pool.end() })
