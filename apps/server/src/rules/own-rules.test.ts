import { setTimeout as wait } from 'node:timers/promises'
import type { Rule } from '@parley/nlu'
import { startTestParley, type TestParley } from '@parley/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { OwnRules } from './own-rules'

let parley: TestParley
beforeAll(async () => {
  parley = await startTestParley()
})
afterAll(() => parley[Symbol.asyncDispose]())

/** Takes over what it is told only once it is let, the first time. */
function slowControl() {
  let letGo = () => {}
  const leave = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let told = 0
  let active: readonly string[] = []
  const useRules = async (rules: readonly Rule[]) => {
    told += 1
    if (told === 1) await leave
    active = rules.map(({ name }) => name)
  }
  return { control: { useRules, tryRules: async () => [] }, letGo, told: () => told, active: () => active }
}

test('a rule that is removed while the rules are being told is not told last', async () => {
  const { store } = parley.server.services
  const { http, user } = parley.owner
  const { workspace_id } = await store.rows
    .selectFrom('users')
    .select('workspace_id')
    .where('id', '=', user.id)
    .executeTakeFirstOrThrow()
  const { rule } = await http.command('rules.save', {
    name: 'short-lived',
    definition: {
      kind: 'if-then',
      when: [{ kind: 'text', patterns: [{ how: 'words', text: 'x' }] }],
      conclusion: { about: 'intent', value: 'thank' },
      strength: { kind: 'must' },
    },
  })
  const { control, letGo, active, told } = slowControl()
  const rules = new OwnRules({
    store,
    directory: { relateBy: () => undefined } as never,
    control,
    onChanged: () => undefined,
  })
  const started = rules.start(workspace_id)
  await expect.poll(told).toBe(1)
  await http.command('rules.remove', { ruleId: rule.id })
  const again = rules.use()
  await Promise.race([again, wait(300)])
  letGo()
  await Promise.all([started, again])
  expect(active()).toEqual([])
})
