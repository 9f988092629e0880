import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { asUser } from '../../store/rows'

/** What people say beside their name; `jobs/status-expiry.ts` takes it away when its time has come. */
export function setStatus(
  { store }: Services,
  actor: Actor,
  { emoji, text, expiresAt }: CommandInput<'users.setStatus'>,
): Promise<CommandAnswer<'users.setStatus'>> {
  const said = text.trim()
  const isEmpty = emoji === '' && said === ''
  return store.write(actor.workspaceId, [actor.workspaceId], async ({ rows, append }) => {
    const row = await rows
      .updateTable('users')
      .set({ status_emoji: emoji, status_text: said, status_expires_at: isEmpty ? null : expiresAt })
      .where('id', '=', actor.userId)
      .returningAll()
      .executeTakeFirstOrThrow()
    const user = asUser(row)
    append(actor.workspaceId, { type: 'user-saved', user })
    return { user }
  })
}
