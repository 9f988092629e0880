import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import { verifyPassword } from '../../passwords'
import type { Services } from '../../services'
import { asAccount } from '../../store/rows'

/**
 * Exchanges e-mail and password for a token. Unknown address and wrong password give the same answer: that an account is
 * closed or suspended, only its password learns.
 */
export async function signIn(
  { store, sessions, signInGuard }: Services,
  input: CommandInput<'auth.signIn'>,
): Promise<CommandAnswer<'auth.signIn'>> {
  const email = input.email.trim().toLowerCase()
  signInGuard.admit(email)
  const row = await store.rows
    .selectFrom('users')
    .selectAll()
    .where((where) => where(where.fn<string>('lower', ['email']), '=', email))
    .executeTakeFirst()
  if (!(await verifyPassword(row?.password_hash ?? null, input.password)) || !row) {
    throw new ParleyError('invalid_credentials')
  }
  signInGuard.succeeded(email)
  if (!row.is_active) throw new ParleyError('account_closed')
  if (row.suspended_until && row.suspended_until > store.now()) {
    throw new ParleyError('account_suspended', { until: row.suspended_until.toISOString() })
  }
  const token = await sessions.start({ id: row.id, workspaceId: row.workspace_id })
  return { token, user: asAccount(row) }
}
