import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../actor'
import { admit } from '../commands/channels/membership'
import { insertUser } from '../commands/users/insert-user'
import { readActor } from '../queries/read-actor'
import type { Database } from '../store/database'
import type { Write } from '../store/write'
import { type DemoPerson, type DemoPersonKey, demoPeople } from './people'

/** The demonstration people, ready to speak. */
export type Troupe = Readonly<Record<DemoPersonKey, Actor>>

/** Adds all of them, in the channel for everybody. The workspace's and the channel's stream must be locked. */
export async function invitePeople(
  write: Write,
  { workspaceId, channelId }: { readonly workspaceId: string; readonly channelId: string },
  passwordHash: string,
): Promise<void> {
  for (const person of Object.values<DemoPerson>(demoPeople)) {
    const { name, role, language, timeZone, aliases } = person
    const user = { id: uuidv7(), workspaceId, passwordHash, kind: 'person' as const, email: emailOf(person) }
    await insertUser(write, { ...user, name, role, language, timeZone, aliases })
    await admit(write, channelId, user)
  }
}

export async function readTroupe(rows: Database, workspaceId: string): Promise<Troupe> {
  const found = Object.entries<DemoPerson>(demoPeople).map(async ([key, person]) => {
    const { id } = await rows
      .selectFrom('users')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .where('email', '=', emailOf(person))
      .executeTakeFirstOrThrow()
    return [key, await readActor(rows, workspaceId, id)] as const
  })
  return Object.fromEntries(await Promise.all(found)) as Troupe
}

const emailOf = ({ account }: DemoPerson) => `${account}@example.org`
