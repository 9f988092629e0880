import { createHttpClient } from '@parley/client'
import type { Scope } from '@parley/protocol'
import { listenToEvents, startTestParley, type TestParley, type TestPerson, until } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let parley: TestParley
let ann: TestPerson
let clock = new Date('2026-11-28T08:00:00Z')

beforeAll(async () => {
  parley = await startTestParley({ now: () => clock })
  ann = await parley.addPerson('Ann')
})
afterAll(() => parley[Symbol.asyncDispose]())

async function makeToken(scopes: Scope[], expiresInDays: number | null = null) {
  const answer = await ann.http.command('tokens.create', { name: 'script', scopes, expiresInDays })
  return { ...answer, http: createHttpClient({ baseUrl: parley.url, token: answer.token }) }
}

describe('an access token', () => {
  test('acts as its owner, within its scopes', async () => {
    const { http, token } = await makeToken(['messages:read'])
    expect(token).toMatch(/^prl_[\w-]{43}$/)
    expect((await http.query('state', {})).me.id).toBe(ann.user.id)
    const refused = http.command('channels.create', { name: 'no', kind: 'public' })
    await expect(refused).rejects.toMatchObject({ code: 'missing_scope', parameters: { scope: 'channels:manage' } })
  })

  test('gives nobody more than they may: an administrator’s scope makes no administrator', async () => {
    const { http } = await makeToken(['admin'])
    await expect(http.query('users.list', {})).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('makes no other tokens, and ends none', async () => {
    const { http, accessToken } = await makeToken(['admin', 'profile:write'])
    const making = http.command('tokens.create', { name: 'more', scopes: ['admin'] })
    await expect(making).rejects.toMatchObject({ code: 'missing_scope', parameters: { scope: 'session' } })
    const ending = http.command('tokens.revoke', { tokenId: accessToken.id })
    await expect(ending).rejects.toMatchObject({ code: 'missing_scope' })
  })

  test('is stored as a hash alone, and listed without the secret', async () => {
    const { token, accessToken } = await makeToken(['messages:read'])
    const { rows } = parley.server.services.store
    const row = await rows.selectFrom('access_tokens').selectAll().where('id', '=', accessToken.id).executeTakeFirst()
    expect(JSON.stringify(row)).not.toContain(token.slice(13))
    const { tokens } = await ann.http.query('tokens.list', {})
    expect(tokens.find(({ id }) => id === accessToken.id)).toEqual(accessToken)
    expect(JSON.stringify(tokens)).not.toContain(token.slice(13))
  })

  test('says when it was last used', async () => {
    const { http, accessToken } = await makeToken(['messages:read'])
    expect(accessToken.lastUsedAt).toBeNull()
    await http.query('state', {})
    const { tokens } = await ann.http.query('tokens.list', {})
    expect(tokens.find(({ id }) => id === accessToken.id)?.lastUsedAt).toBe(clock.toISOString())
  })

  test('ends when its time is over, to the second', async () => {
    const { http } = await makeToken(['messages:read'], 1)
    await http.query('state', {})
    const before = clock
    clock = new Date(before.getTime() + 24 * 60 * 60 * 1000 - 1000)
    await http.query('state', {})
    clock = new Date(before.getTime() + 24 * 60 * 60 * 1000)
    await expect(http.query('state', {})).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  test('that is revoked ends calls and sockets within a second', async () => {
    const { http, token, accessToken } = await makeToken(['messages:read'])
    await http.query('state', {})
    using listener = await listenToEvents(parley.url, token)
    await ann.http.command('tokens.revoke', { tokenId: accessToken.id })
    await expect(http.query('state', {})).rejects.toMatchObject({ code: 'unauthenticated' })
    await until(() => listener.closeCode !== null, 'the socket is closed', 1_000)
    expect(listener.closeCode).toBe(4001)
  })

  test('opens no socket without the scope to read messages', async () => {
    const { token } = await makeToken(['messages:write'])
    await expect(listenToEvents(parley.url, token)).rejects.toThrow('403')
  })

  test('goes with its account', async () => {
    const leaver = await parley.addPerson('Leaver')
    const { token } = await leaver.http.command('tokens.create', { name: 'mine', scopes: ['messages:read'] })
    const http = createHttpClient({ baseUrl: parley.url, token })
    await http.query('state', {})
    await parley.owner.http.command('users.deactivate', { userId: leaver.user.id })
    await expect(http.query('state', {})).rejects.toMatchObject({ code: 'unauthenticated' })
  })
})

describe('the tokens of others', () => {
  test('are seen and ended by administrators, and by nobody else', async () => {
    const { accessToken } = await makeToken(['messages:read'])
    const other = await parley.addPerson('Other')
    expect((await other.http.query('tokens.list', {})).tokens).toEqual([])
    const stealing = other.http.command('tokens.revoke', { tokenId: accessToken.id })
    await expect(stealing).rejects.toMatchObject({ code: 'not_found' })
    const body = { name: 'as Ann', scopes: ['messages:read' as const], userId: ann.user.id }
    await expect(parley.owner.http.command('tokens.create', body)).rejects.toMatchObject({ code: 'not_found' })

    const { tokens } = await parley.owner.http.query('tokens.list', {})
    expect(tokens.map(({ id }) => id)).toContain(accessToken.id)
    await parley.owner.http.command('tokens.revoke', { tokenId: accessToken.id })
    expect((await ann.http.query('tokens.list', {})).tokens.map(({ id }) => id)).not.toContain(accessToken.id)
  })

  test('leave a line of who made and ended them', async () => {
    const { accessToken } = await makeToken(['messages:read'])
    await parley.owner.http.command('tokens.revoke', { tokenId: accessToken.id })
    const lines = await parley.server.services.store.rows
      .selectFrom('audit_log')
      .select(['kind', 'actor_id', 'subject_name'])
      .where('subject_id', '=', accessToken.id)
      .orderBy('id')
      .execute()
    expect(lines).toEqual([
      { kind: 'token-created', actor_id: ann.user.id, subject_name: 'script' },
      { kind: 'token-revoked', actor_id: parley.owner.user.id, subject_name: 'script' },
    ])
  })
})
