import { v7 as uuidv7 } from 'uuid'
import { insertUser } from '../commands/users/insert-user'
import { knownTimeZone } from '../commands/users/time-zone'
import { asUser } from '../store/rows'
import type { Write } from '../store/write'
import type { ArchivedPerson } from './archive'
import type { PictureImporter } from './import-pictures'
import type { ImportStage } from './import-stage'
import { readImportedItems, rememberImported } from './imported-items'
import { storableLine } from './storable-text'

/** Somebody of the archive, as somebody here. */
export interface ImportedPerson {
  readonly id: string
  readonly isActive: boolean
  readonly kind: 'person' | 'bot' | 'assistant'
  readonly isGuest: boolean
}

const NAME_LIMIT = 80
const ALIAS_LIMIT = 40
const ALIASES = 20
const BATCH = 50

/**
 * Finds people here, by an earlier import or by their e-mail address, and makes those who are new. They have no password:
 * an administrator gives them one when they come.
 */
export class PeopleImporter {
  private readonly people = new Map<string, ImportedPerson>()
  private waiting: ArchivedPerson[] = []
  private known: Promise<KnownPeople> | null = null

  constructor(
    private readonly stage: ImportStage,
    private readonly pictures: PictureImporter,
  ) {}

  async take(person: ArchivedPerson): Promise<void> {
    this.waiting.push(person)
    if (this.waiting.length >= BATCH) await this.flush()
  }

  async find(key: string): Promise<ImportedPerson | undefined> {
    await this.flush()
    return this.people.get(key)
  }

  async flush(): Promise<void> {
    if (this.waiting.length === 0) return
    const waiting = this.waiting
    this.waiting = []
    this.known ??= readKnownPeople(this.stage)
    const known = await this.known
    const unknown = waiting.filter((person) => !this.recognise(person, known))
    const fresh = unknown.filter(isFirstOfAddress)
    if (fresh.length > 0) await this.add(fresh, known)
    // One address is one person, also where the archive has several accounts of theirs.
    for (const person of unknown) if (!fresh.includes(person)) this.recognise(person, known)
    for (const person of waiting) await this.pictures.give(person, this.people.get(person.key)?.id ?? '')
  }

  private recognise(person: ArchivedPerson, known: KnownPeople): boolean {
    if (this.people.has(person.key)) return true
    const id = known.byKey.get(person.key) ?? known.byEmail.get(addressOf(person) ?? '')
    const found = id === undefined ? undefined : known.byId.get(id)
    if (!found) return false
    this.people.set(person.key, found)
    this.stage.tally.people.known += 1
    return true
  }

  private async add(people: readonly ArchivedPerson[], known: KnownPeople): Promise<void> {
    const { services, actor, isDryRun, tally } = this.stage
    const made = people.map((person) => ({ person, user: asNewUser(person, this.stage, known) }))
    if (!isDryRun) {
      await services.store.write(actor.workspaceId, [actor.workspaceId], async (write) => {
        for (const { person, user } of made) await this.insert(write, person, user)
      })
    }
    for (const { person, user } of made) {
      const imported = { id: user.id, isActive: person.isActive, kind: person.kind, isGuest: person.role === 'guest' }
      this.people.set(person.key, imported)
      if (user.email) known.byEmail.set(user.email, user.id)
      known.byId.set(user.id, imported)
      tally.people.added += 1
    }
  }

  private async insert(write: Write, person: ArchivedPerson, user: NewUser): Promise<void> {
    await insertUser(write, user)
    await rememberImported(write.rows, this.stage, 'person', { key: person.key, id: user.id })
    if (person.isActive) return
    const row = await write.rows
      .updateTable('users')
      .set({ is_active: false })
      .where('id', '=', user.id)
      .returningAll()
      .executeTakeFirstOrThrow()
    write.append(user.workspaceId, { type: 'user-saved', user: asUser(row) })
  }
}

interface KnownPeople {
  readonly byKey: ReadonlyMap<string, string>
  readonly byEmail: Map<string, string>
  readonly byId: Map<string, ImportedPerson>
  /** Everything that somebody is called: a second one of that name would be mentioned along. */
  readonly names: Set<string>
}

async function readKnownPeople(stage: ImportStage): Promise<KnownPeople> {
  const { services, actor } = stage
  const rows = await services.store.rows
    .selectFrom('users')
    .selectAll()
    .where('workspace_id', '=', actor.workspaceId)
    .execute()
  return {
    byKey: await readImportedItems(stage, 'person'),
    byEmail: new Map(rows.flatMap(({ email, id }) => (email ? [[email.toLowerCase(), id] as const] : []))),
    byId: new Map(
      rows.map((row) => [
        row.id,
        { id: row.id, isActive: row.is_active, kind: row.kind, isGuest: row.role === 'guest' },
      ]),
    ),
    names: new Set(rows.flatMap(({ name, aliases }) => [name, ...aliases]).map((name) => name.toLowerCase())),
  }
}

type NewUser = ReturnType<typeof asNewUser>

function asNewUser(person: ArchivedPerson, { actor }: ImportStage, { names }: KnownPeople) {
  const name = storableLine(person.name, NAME_LIMIT) || person.key.slice(0, NAME_LIMIT)
  const wanted = person.aliases.map((alias) => storableLine(alias, ALIAS_LIMIT)).filter(Boolean)
  const aliases = [...new Set(wanted)].filter((alias) => !names.has(alias.toLowerCase())).slice(0, ALIASES)
  for (const called of [name, ...aliases]) names.add(called.toLowerCase())
  return {
    id: uuidv7(),
    workspaceId: actor.workspaceId,
    name,
    aliases,
    email: addressOf(person),
    passwordHash: null,
    role: person.role,
    kind: person.kind,
    language: person.language ?? actor.language,
    timeZone: knownTimeZone(person.timeZone ?? undefined, actor.timeZone),
  }
}

/** As it is compared here; null for what is none, and for programs. */
function addressOf({ kind, email }: ArchivedPerson): string | null {
  const address = email?.trim().toLowerCase() ?? ''
  return kind === 'person' && /^[^\s@]+@[^\s@]+$/.test(address) && address.length <= 254 ? address : null
}

function isFirstOfAddress(person: ArchivedPerson, index: number, people: readonly ArchivedPerson[]): boolean {
  const address = addressOf(person)
  return address === null || people.findIndex((other) => addressOf(other) === address) === index
}
