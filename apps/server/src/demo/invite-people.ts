import type { Actor } from '../actor'
import { createUser } from '../commands/users/create-user'
import type { Services } from '../services'
import { type DemoPerson, type DemoPersonKey, demoPeople } from './people'
import { readActor } from './read-actor'

/** The demonstration people, ready to speak. */
export type Troupe = Readonly<Record<DemoPersonKey, Actor>>

/** Adds the people who are not there yet. */
export async function invitePeople(services: Services, owner: Actor, password: string): Promise<Troupe> {
  const invited: [string, Actor][] = []
  for (const [key, person] of Object.entries(demoPeople)) {
    const userId =
      (await findByEmail(services, owner, emailOf(person))) ?? (await invite(services, owner, person, password))
    invited.push([key, await readActor(services, owner.workspaceId, userId)])
  }
  return Object.fromEntries(invited) as Troupe
}

const emailOf = ({ account }: DemoPerson) => `${account}@example.org`

async function invite(services: Services, owner: Actor, person: DemoPerson, password: string): Promise<string> {
  const { name, role, language, timeZone } = person
  const input = { name, role, language, timeZone, aliases: [...person.aliases], email: emailOf(person), password }
  return (await createUser(services, owner, input)).user.id
}

async function findByEmail({ store }: Services, owner: Actor, email: string): Promise<string | undefined> {
  const row = await store.rows
    .selectFrom('users')
    .select('id')
    .where('workspace_id', '=', owner.workspaceId)
    .where('email', '=', email)
    .executeTakeFirst()
  return row?.id
}
