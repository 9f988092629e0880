import { commands, endpointScopes, queries, Scope } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/*
 * What each scope of a token opens, asked at every door: what the table says, and nothing else. The token is a member's, who
 * is refused for another reason where only administrators may act: no door does anything.
 */

let parley: TestParley
let member: TestPerson
beforeAll(async () => {
  parley = await startTestParley()
  member = await parley.addPerson('王伟')
})
afterAll(() => parley[Symbol.asyncDispose]())

const NOBODY = '00000000-0000-4000-8000-000000000000'

interface Door {
  readonly name: string
  readonly scope: string
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
}

/** With nothing in them: who is let in is refused for that. */
const doors: readonly Door[] = [
  ...Object.values(commands).map(({ name }) => ({ name, method: 'POST' as const, path: name })),
  ...Object.values(queries).map(({ name }) => ({ name, method: 'GET' as const, path: name })),
]
  .map((door) => ({ ...door, scope: endpointScopes[door.name] }))
  .filter(({ scope }) => scope !== 'open')

/** What is no command and no query. */
const ways: readonly Door[] = [
  { name: 'a file', scope: 'messages:read', method: 'GET', path: `files/${NOBODY}` },
  { name: 'a thumbnail', scope: 'messages:read', method: 'GET', path: `files/${NOBODY}/thumbnail` },
  { name: 'an upload', scope: 'messages:write', method: 'PUT', path: `files/${NOBODY}?offset=0` },
  { name: 'a picture', scope: 'messages:read', method: 'GET', path: `avatars/${NOBODY}/${NOBODY}/small` },
  { name: 'an export', scope: 'session', method: 'GET', path: `exports.download?transferId=${NOBODY}` },
  { name: 'an archive', scope: 'admin', method: 'POST', path: 'imports.upload' },
]

async function isOpen({ method, path }: Door, token: string): Promise<boolean> {
  const headers = { authorization: `Bearer ${token}`, ...(method === 'POST' && { 'content-type': 'application/json' }) }
  const answer = await fetch(`${parley.url}/api/${path}`, { method, headers, ...(method === 'POST' && { body: '{}' }) })
  const text = await answer.text()
  expect(answer.status, `${path}: ${text}`).not.toBe(401)
  return !text.includes('"missing_scope"')
}

describe.each(Scope.options)('a token of the scope %s', (scope) => {
  test('opens what asks for it, and nothing else', async () => {
    const { token } = await member.http.command('tokens.create', {
      name: scope,
      scopes: [scope],
      expiresInDays: 1,
    })
    const all = [...doors, ...ways]
    const opened: string[] = []
    for (const door of all) if (await isOpen(door, token)) opened.push(door.name)
    expect(opened).toEqual(all.filter((door) => door.scope === scope).map(({ name }) => name))
  })
})
