import type { KnowledgeServices, LiveServices } from '../services'
import type { Database } from '../store/database'

export interface KnowledgeNewsOptions {
  readonly rows: Database
  readonly live: Pick<LiveServices, 'tell'>
  readonly onError: (error: unknown) => void
}

/** Changes of this long are told together: a source takes in many documents a second. */
const GATHER_MS = 300

/** Tells open pages that documents, or where they come from, have changed in what their reader may read. */
export class KnowledgeNews implements KnowledgeServices {
  private changed = new Map<string, Set<'documents' | 'sources'>>()
  private timer: NodeJS.Timeout | null = null

  constructor(private readonly options: KnowledgeNewsOptions) {}

  tell(collectionId: string, what: 'documents' | 'sources'): void {
    const known = this.changed.get(collectionId) ?? new Set()
    this.changed.set(collectionId, known.add(what))
    this.timer ??= setTimeout(() => void this.say().catch(this.options.onError), GATHER_MS).unref()
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer)
    this.changed.clear()
  }

  private async say(): Promise<void> {
    const changed = this.changed
    this.changed = new Map()
    this.timer = null
    for (const [collectionId, kinds] of changed) {
      const readers = await readersOf(this.options.rows, collectionId)
      for (const what of kinds) this.options.live.tell(readers, { type: 'knowledge-changed', what })
    }
  }
}

/** Also of one that is gone: then those who are told are all, who learn that something has changed, and not what. */
async function readersOf(rows: Database, collectionId: string): Promise<ReadonlySet<string>> {
  const collection = await rows
    .selectFrom('collections')
    .select(['is_restricted'])
    .where('id', '=', collectionId)
    .executeTakeFirst()
  const readers = collection?.is_restricted
    ? rows.selectFrom('collection_readers').select('user_id as id').where('collection_id', '=', collectionId)
    : rows.selectFrom('users').select('id').where('kind', '=', 'person').where('is_active', '=', true)
  return new Set((await readers.execute()).map(({ id }) => id))
}
