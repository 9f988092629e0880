import { v7 as uuidv7 } from 'uuid'
import type { Store } from '../../store/store'
import { insertUser } from '../users/insert-user'

/** The assistant answers to these beside its name. */
export const ASSISTANT_ALIASES = ['assistant', '助手', 'parley']

/** The one workspace of this server, with its assistant and an open collection of documents; made at first start. */
export async function ensureWorkspace(store: Store): Promise<string> {
  const existing = await store.rows.selectFrom('workspaces').select('id').executeTakeFirst()
  if (existing) return existing.id
  const workspaceId = uuidv7()
  await store.write(workspaceId, [], async (write) => {
    await write.rows.insertInto('workspaces').values({ id: workspaceId, name: 'Parley' }).execute()
    await write.createStream(workspaceId, 'workspace')
    await insertUser(write, {
      id: uuidv7(),
      workspaceId,
      name: 'Parley',
      email: null,
      passwordHash: null,
      role: 'member',
      kind: 'assistant',
      aliases: ASSISTANT_ALIASES,
      language: 'en',
      timeZone: 'UTC',
    })
    await write.rows
      .insertInto('collections')
      .values({ id: uuidv7(), workspace_id: workspaceId, name: 'Handbook', is_default: true })
      .execute()
  })
  return workspaceId
}
