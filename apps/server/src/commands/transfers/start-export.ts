import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireMayExport } from '../../policies/export-policy'
import type { Services } from '../../services'

/** Puts the export on the list; its archive is fetched when it is done. The row that stays says who took what. */
export async function startExport(
  { store, transfers }: Services,
  actor: Actor,
  { scope }: CommandInput<'exports.start'>,
): Promise<CommandAnswer<'exports.start'>> {
  await requireMayExport(store.rows, actor, scope)
  const wanted = meant(scope, actor)
  const entry = { kind: 'export-started' as const, name: wanted.scope, ...concerned(scope) }
  return { transfer: await transfers.add(actor, { kind: 'export', ...wanted }, entry) }
}

const concerned = (scope: CommandInput<'exports.start'>['scope']) => ({
  ...(scope.kind === 'channel' && { channelId: scope.channelId }),
  ...(scope.kind === 'person' && scope.userId && { userId: scope.userId }),
})

function meant(scope: CommandInput<'exports.start'>['scope'], actor: Actor) {
  switch (scope.kind) {
    case 'workspace':
      return { scope: scope.includesPrivate ? ('everything' as const) : ('workspace' as const), id: null }
    case 'channel':
      return { scope: 'channel' as const, id: scope.channelId }
    case 'person':
      return { scope: 'person' as const, id: scope.userId ?? actor.userId }
  }
}
