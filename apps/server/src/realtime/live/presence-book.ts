import type { Presence } from '@parley/protocol'

/** How long somebody counts as there after their last connection is gone: reloading a page is no absence. */
export const GRACE_MS = 15_000

interface Person {
  /** Their connections, and whether they are at each of them. */
  readonly connections: Map<object, boolean>
  /** When the last connection went; null while there is one. */
  goneAtMs: number | null
}

/** Who is there, as told by their connections. In memory: after a restart everybody connects again. */
export class PresenceBook {
  private readonly people = new Map<string, Person>()

  /** Somebody who connects is at that device, until it says otherwise. */
  connect(userId: string, connection: object): void {
    const person = this.people.get(userId) ?? { connections: new Map(), goneAtMs: null }
    person.connections.set(connection, true)
    person.goneAtMs = null
    this.people.set(userId, person)
  }

  disconnect(userId: string, connection: object, nowMs: number): void {
    const person = this.people.get(userId)
    if (!person?.connections.delete(connection)) return
    if (person.connections.size === 0) person.goneAtMs = nowMs
  }

  setActive(userId: string, connection: object, isActive: boolean): void {
    const connections = this.people.get(userId)?.connections
    if (connections?.has(connection)) connections.set(connection, isActive)
  }

  presenceOf(userId: string, nowMs: number): Presence {
    const person = this.people.get(userId)
    if (!person || isGone(person, nowMs)) return 'offline'
    // Whoever has just lost the connection is shown neither as gone nor as there.
    return [...person.connections.values()].some((isActive) => isActive) ? 'active' : 'away'
  }

  /** Forgets those whose grace is over, and answers who they are. */
  expire(nowMs: number): readonly string[] {
    const gone = [...this.people].flatMap(([userId, person]) => (isGone(person, nowMs) ? [userId] : []))
    for (const userId of gone) this.people.delete(userId)
    return gone
  }

  /** Whether somebody's grace is running. */
  get isWaiting(): boolean {
    return [...this.people.values()].some(({ goneAtMs }) => goneAtMs !== null)
  }
}

const isGone = ({ goneAtMs }: Person, nowMs: number): boolean => goneAtMs !== null && nowMs - goneAtMs >= GRACE_MS
