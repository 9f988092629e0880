import { translate } from '@parley/locale'
import { type Language, ParleyError, type User } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import { hashPassword } from '../../passwords'
import type { Database } from '../../store/database'
import type { Store } from '../../store/store'
import type { Write } from '../../store/write'
import { findAssistant } from '../channels/find-member'
import { admit, type Member } from '../channels/membership'
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

/** Who a workspace begins with, and the channel that everybody joins. */
export interface Beginning {
  readonly workspaceId: string
  readonly owner: User
  readonly channelId: string
}

/** What else belongs into the transaction that makes the first person. */
export type Alongside = (write: Write, beginning: Beginning) => Promise<void>

export async function isSetupNeeded(rows: Database): Promise<boolean> {
  const person = await rows.selectFrom('users').select('id').where('kind', '=', 'person').executeTakeFirst()
  return person === undefined
}

/**
 * The owner, in a channel for everybody that the assistant is in too.
 *
 * @throws ParleyError `setup_already_done`
 */
export async function createFirstPerson(
  store: Store,
  workspaceId: string,
  person: FirstPerson,
  alongside?: Alongside,
): Promise<Beginning> {
  const passwordHash = await hashPassword(person.password)
  const assistant = await findAssistant(store.rows, workspaceId)
  return store.write(workspaceId, [workspaceId, assistant.id], async (write) => {
    // Under the workspace's lock: of two that race, the second finds a person.
    if (!(await isSetupNeeded(write.rows))) throw new ParleyError('setup_already_done')
    await takeOver(write, person.workspaceName)
    const owner = await insertOwner(write, workspaceId, person, passwordHash)
    const channelId = await openFirstChannel(write, assistant, owner)
    const beginning = { workspaceId, owner, channelId }
    await alongside?.(write, beginning)
    return beginning
  })
}

async function takeOver({ rows }: Write, workspaceName: string | null): Promise<void> {
  if (workspaceName) await rows.updateTable('workspaces').set({ name: workspaceName.trim() }).execute()
  await rows.deleteFrom('setup_tokens').execute()
}

function insertOwner(write: Write, workspaceId: string, person: FirstPerson, passwordHash: string): Promise<User> {
  return insertUser(write, {
    id: uuidv7(),
    workspaceId,
    kind: 'person',
    name: person.name,
    email: person.email,
    passwordHash,
    role: 'owner',
    aliases: [],
    language: person.language,
    timeZone: knownTimeZone(person.timeZone),
  })
}

async function openFirstChannel(write: Write, assistant: Member, owner: User): Promise<string> {
  const channelId = uuidv7()
  await write.createStream(channelId, 'channel')
  await write.rows
    .insertInto('channels')
    .values({
      id: channelId,
      workspace_id: assistant.workspaceId,
      name: translate(owner.language, 'server.firstChannel.name'),
      topic: translate(owner.language, 'server.firstChannel.topic'),
      kind: 'public',
      is_default: true,
      created_by: owner.id,
    })
    .execute()
  await admit(write, channelId, assistant)
  const creator = { id: owner.id, kind: 'person' as const, workspaceId: assistant.workspaceId, isModerator: true }
  await admit(write, channelId, creator)
  return channelId
}
