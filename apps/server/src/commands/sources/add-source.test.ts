import { startTestParley, type TestParley } from '@parley/testkit'
import { afterAll, beforeAll, expect, it } from 'vitest'

let parley: TestParley
beforeAll(async () => {
  parley = await startTestParley({ sourceHosts: ['git.example.org'] })
})
afterAll(() => parley[Symbol.asyncDispose]())

const add = (settings: { kind: 'git' | 'website'; address: string }) =>
  parley.owner.http.command('sources.add', { name: 'Handbook', settings })

it.each([
  { kind: 'git', address: 'https://me:hunter2@git.example.org/x.git' },
  { kind: 'git', address: 'https://ghp_hunter2@git.example.org/x.git' },
  { kind: 'git', address: 'https://git.example.org/x.git?private_token=hunter2' },
  { kind: 'website', address: 'https://me:hunter2@git.example.org/' },
] as const)('an address with a password or token is refused, and says why: $kind $address', async (settings) => {
  const error = await add(settings).catch((refusal: unknown) => refusal)
  expect(error).toMatchObject({ code: 'source_address_with_secret' })
  expect(JSON.stringify(error)).not.toContain('hunter2')
  expect((await parley.owner.http.query('sources.list', {})).sources).toEqual([])
})
