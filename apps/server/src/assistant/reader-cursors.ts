import type { Store } from '../store/store'

/** How far a reader of the feed has come in each stream, kept in the database. */
export class ReaderCursors {
  constructor(
    private readonly store: Store,
    private readonly reader: string,
    private readonly workspaceId: string,
  ) {}

  /** The saved cursor, but nothing from before the reader's (latest) joining; an inbox begins at its beginning. */
  async open(streamId: string, readerId: string): Promise<number> {
    const saved = await this.store.rows
      .selectFrom('reader_cursors')
      .select('seq')
      .where('reader', '=', this.reader)
      .where('stream_id', '=', streamId)
      .executeTakeFirst()
    return Math.max(saved?.seq ?? 0, await this.joinedAt(streamId, readerId))
  }

  async save(streamId: string, seq: number): Promise<void> {
    await this.store.rows
      .insertInto('reader_cursors')
      .values({ reader: this.reader, stream_id: streamId, workspace_id: this.workspaceId, seq })
      .onConflict((conflict) => conflict.columns(['reader', 'stream_id']).doUpdateSet({ seq }))
      .execute()
  }

  private async joinedAt(streamId: string, readerId: string): Promise<number> {
    const joined = await this.store.rows
      .selectFrom('events')
      .select((column) => column.fn.max('seq').as('seq'))
      .where('stream_id', '=', streamId)
      .where('type', '=', 'member-added')
      .where('subject_id', '=', readerId)
      .executeTakeFirst()
    return joined?.seq ?? 0
  }
}
