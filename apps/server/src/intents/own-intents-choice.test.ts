import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTestParley, type TestParley } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { IntentControl } from '../assistant/intent-control'
import { readUnderstandingSettings, saveUnderstandingSettings } from '../store/understanding-settings'
import { OwnIntents } from './own-intents'

let parley: TestParley
let directory: string
let workspaceId: string
beforeAll(async () => {
  parley = await startTestParley()
  const { id } = await parley.server.services.store.rows.selectFrom('workspaces').select('id').executeTakeFirstOrThrow()
  workspaceId = id
  directory = await mkdtemp(join(tmpdir(), 'parley-models-'))
})
afterAll(async () => {
  await parley[Symbol.asyncDispose]()
  await rm(directory, { recursive: true, force: true })
})

const settings = () => readUnderstandingSettings(parley.server.services.store.rows, workspaceId)
const change = (changes: Parameters<typeof saveUnderstandingSettings>[2]) =>
  saveUnderstandingSettings(parley.server.services.store.rows, workspaceId, changes)

/** Learns at once, and better than before; somebody may do something meanwhile. */
const learning = (meanwhile: () => Promise<void>): IntentControl => ({
  encoderId: null,
  use: async () => undefined,
  describe: async () => null,
  learn: async () => {
    await meanwhile()
    const comparison = { rows: 1, rightBefore: 0, rightAfter: 1, lost: 0, won: 1, isWorse: false }
    return { figures: null, comparison }
  },
  measure: () => Promise.reject(new Error('nothing is measured here')),
})

async function learn(meanwhile: () => Promise<void> = async () => undefined): Promise<void> {
  const { store } = parley.server.services
  const intents = new OwnIntents({
    store,
    control: learning(meanwhile),
    directory,
    onChanged: () => undefined,
    onError: () => undefined,
  })
  await intents.start(workspaceId)
  await intents.settled()
  intents.learn()
  await intents.settled()
}

describe('the settings of understanding', () => {
  test('that two people change at once are both as they said', async () => {
    await change({ doLabelsTrain: true })
    await Promise.all([change({ operatingPoint: 0.7 }), change({ whoMayLabel: 'administrators' })])
    expect(await settings()).toMatchObject({ operatingPoint: 0.7, whoMayLabel: 'administrators', doLabelsTrain: true })
  })
})

describe('a model that has been learnt', () => {
  test('goes live, but not over what somebody has chosen meanwhile', async () => {
    const examples = ['需要一个停车位', 'I need a parking space']
    await parley.owner.http.command('intents.create', { name: 'parking', examples })
    await learn()
    expect((await settings()).liveModel).not.toBeNull()
    await learn(() => change({ liveModel: null }))
    expect((await settings()).liveModel).toBeNull()
    const { models } = await parley.owner.http.query('intents.list', {})
    expect(models.length).toBeGreaterThanOrEqual(2)
  })
})
