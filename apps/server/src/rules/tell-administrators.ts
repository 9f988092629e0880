import type { LiveServices } from '../services'
import type { Database } from '../store/database'

export interface TellAdministratorsOptions {
  readonly rows: Database
  readonly live: Pick<LiveServices, 'tell'>
  readonly onError: (error: unknown) => void
}

/** Tells the open pages of administrators, who alone may see them, that rules or intents have changed. */
export function tellAdministrators({ rows, live, onError }: TellAdministratorsOptions): () => void {
  const tell = async () => {
    const found = await rows
      .selectFrom('users')
      .select('id')
      .where('role', 'in', ['owner', 'administrator'])
      .where('is_active', '=', true)
      .execute()
    live.tell(new Set(found.map(({ id }) => id)), { type: 'understanding-changed' })
  }
  return () => void tell().catch(onError)
}
