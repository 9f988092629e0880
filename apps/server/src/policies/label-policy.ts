import { ParleyError } from '@parley/protocol'
import { type Actor, isAdministrator } from '../actor'
import type { Database } from '../store/database'
import { readUnderstandingSettings } from '../store/understanding-settings'

/** People who are no guests say what messages are, or only administrators where the workspace wants that; programs never. */
export async function mayLabel(rows: Database, actor: Actor): Promise<boolean> {
  if (actor.kind !== 'person' || actor.role === 'guest') return false
  const { whoMayLabel } = await readUnderstandingSettings(rows, actor.workspaceId)
  return whoMayLabel === 'members' || isAdministrator(actor)
}

export async function requireMayLabel(rows: Database, actor: Actor): Promise<void> {
  if (!(await mayLabel(rows, actor))) throw new ParleyError('forbidden', { action: 'label_message' })
}
