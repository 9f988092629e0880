import type { ExportScope } from '@parley/protocol'
import type { TransferInput } from './transfer-input'

/** What an export was asked for with, from what its row keeps. */
export function scopeOf({ scope, id }: Extract<TransferInput, { kind: 'export' }>): ExportScope {
  if (scope === 'channel') return { kind: 'channel', channelId: id as never }
  if (scope === 'person') return { kind: 'person', userId: id as never }
  return { kind: 'workspace', includesPrivate: scope === 'everything' }
}
