import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { type CommandAnswer, type CommandInput, type Language, ParleyError } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import { hashPassword } from '../../passwords'
import type { Services } from '../../services'
import type { Database } from '../../store/database'
import type { Store } from '../../store/store'
import { findAssistant } from '../channels/find-member'
import { admit } from '../channels/membership'
import { insertUser } from '../users/insert-user'
import { knownTimeZone } from '../users/time-zone'

export interface FirstPerson {
  readonly name: string
  readonly email: string
  readonly password: string
  readonly language: Language
  readonly timeZone: string | undefined
  readonly workspaceName: string | null
}

const GENERAL_CHANNEL: Record<Language, { name: string; topic: string }> = {
  en: { name: 'general', topic: 'For everybody' },
  zh: { name: '综合', topic: '大家都在这里' },
}

/** The one-time link's command: names the workspace, makes its owner, signs them in. */
export async function completeSetup(
  services: Services,
  input: CommandInput<'setup.complete'>,
): Promise<CommandAnswer<'setup.complete'>> {
  const { store, sessions } = services
  const workspace = await store.rows.selectFrom('workspaces').select('id').executeTakeFirstOrThrow()
  if (!(await isSetupNeeded(store.rows))) throw new ParleyError('setup_already_done')
  await requireSetupToken(store.rows, workspace.id, input.token)
  const user = await createFirstPerson(store, workspace.id, { ...input, timeZone: input.timeZone })
  if (input.withDemo) await services.startDemo(workspace.id, user.id)
  const token = await sessions.start({ id: user.id, workspaceId: workspace.id })
  return { token, user: { ...user, email: input.email } }
}

export async function isSetupNeeded(rows: Database): Promise<boolean> {
  const person = await rows.selectFrom('users').select('id').where('kind', '=', 'person').executeTakeFirst()
  return person === undefined
}

/** A new token for the set-up link; the one before it, if any, no longer works. */
export async function issueSetupToken(rows: Database, workspaceId: string): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  const token_hash = hashSetupToken(token)
  await rows
    .insertInto('setup_tokens')
    .values({ workspace_id: workspaceId, token_hash })
    .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet({ token_hash }))
    .execute()
  return token
}

/** The owner, in a channel for everybody that the assistant is in too. */
export async function createFirstPerson(store: Store, workspaceId: string, person: FirstPerson) {
  const passwordHash = await hashPassword(person.password)
  const assistant = await findAssistant(store.rows, workspaceId)
  const owner = { id: uuidv7(), workspaceId, kind: 'person' as const }
  return store.write(workspaceId, [workspaceId, assistant.id], async (write) => {
    // Under the workspace's lock: of two that race, the second finds a person.
    if (!(await isSetupNeeded(write.rows))) throw new ParleyError('setup_already_done')
    if (person.workspaceName) {
      await write.rows.updateTable('workspaces').set({ name: person.workspaceName.trim() }).execute()
    }
    await write.rows.deleteFrom('setup_tokens').execute()
    const user = await insertUser(write, {
      ...owner,
      name: person.name,
      email: person.email,
      passwordHash,
      role: 'owner',
      aliases: [],
      language: person.language,
      timeZone: knownTimeZone(person.timeZone),
    })
    const channelId = uuidv7()
    await write.createStream(channelId, 'channel')
    await write.rows
      .insertInto('channels')
      .values({
        id: channelId,
        workspace_id: workspaceId,
        ...GENERAL_CHANNEL[person.language],
        kind: 'public',
        is_default: true,
        created_by: owner.id,
      })
      .execute()
    await admit(write, channelId, assistant)
    await admit(write, channelId, owner)
    return user
  })
}

async function requireSetupToken(rows: Database, workspaceId: string, token: string): Promise<void> {
  const expected = await rows
    .selectFrom('setup_tokens')
    .select('token_hash')
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst()
  if (!expected || !timingSafeEqual(expected.token_hash, hashSetupToken(token))) {
    throw new ParleyError('setup_token_invalid')
  }
}

function hashSetupToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
