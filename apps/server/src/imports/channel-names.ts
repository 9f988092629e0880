import type { Selectable } from 'kysely'
import type { ChannelTable } from '../store/schema'
import type { ImportStage } from './import-stage'

/** Names of channels here, those that a dry run has only given away included. */
export class ChannelNames {
  private readonly taken = new Set<string>()

  constructor(private readonly stage: ImportStage) {}

  findByName(name: string): Promise<Selectable<ChannelTable> | undefined> {
    const { services, actor } = this.stage
    return services.store.rows
      .selectFrom('channels')
      .selectAll()
      .where('workspace_id', '=', actor.workspaceId)
      .where('kind', '<>', 'direct')
      .where(({ eb, fn, val }) => eb(fn('lower', ['name']), '=', fn('lower', [val(name)])))
      .executeTakeFirst()
  }

  /** Old talk does not go among new talk: a channel whose name is taken gets the name of its source beside its own. */
  async give(name: string, isTaken: boolean): Promise<string> {
    const { source } = this.stage
    let given = isTaken || this.isGiven(name) ? `${name}-${source}` : name
    for (let number = 2; this.isGiven(given) || (given !== name && (await this.findByName(given))); number += 1) {
      given = `${name}-${source}-${number}`
    }
    this.taken.add(given.toLowerCase())
    return given
  }

  private isGiven(name: string): boolean {
    return this.taken.has(name.toLowerCase())
  }
}
