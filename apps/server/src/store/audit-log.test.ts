import { startTestParley, type TestParley } from '@parley/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'

let parley: TestParley
beforeAll(async () => {
  parley = await startTestParley()
  // The log takes no entry any more.
  await sql`alter table audit_log add constraint closed check (false) not valid`.execute(rows())
})
afterAll(() => parley[Symbol.asyncDispose]())

const rows = () => parley.server.services.store.rows

it('nothing is exported that the log cannot say', async () => {
  const exporting = parley.owner.http.command('exports.start', { scope: { kind: 'workspace', includesPrivate: false } })
  await expect(exporting).rejects.toThrow()
  expect(await rows().selectFrom('transfers').select('id').execute()).toEqual([])
})

it('no token ends that the log cannot speak of', async () => {
  const token = { id: parley.owner.user.id, workspace_id: await workspaceId(), user_id: parley.owner.user.id }
  const more = { name: 'script', hint: 'x', token_hash: Buffer.from('x'), scopes: [], created_by: token.user_id }
  await rows()
    .insertInto('access_tokens')
    .values({ ...token, ...more, created_at: new Date(), expires_at: null })
    .execute()
  await expect(parley.owner.http.command('tokens.revoke', { tokenId: token.id as never })).rejects.toThrow()
  expect(await rows().selectFrom('access_tokens').select('id').execute()).toEqual([{ id: token.id }])
})

const workspaceId = async () => (await rows().selectFrom('workspaces').select('id').executeTakeFirstOrThrow()).id
