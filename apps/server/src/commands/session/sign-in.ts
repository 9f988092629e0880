import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import { verifyPassword } from '../../passwords'
import type { Services } from '../../services'
import { asAccount } from '../../store/rows'

/** Where somebody comes from who has not signed in. */
export interface Visitor {
  readonly network: string
  /** What their browser shows to have been here before, unchecked. */
  readonly device: string | null
}

/**
 * Exchanges e-mail and password for a token. Unknown address and wrong password give the same answer: that an account is
 * closed or suspended, only its password learns.
 */
export async function signIn(
  { store, sessions, signInGuard, knownDevices, passwordChecks }: Services,
  input: CommandInput<'auth.signIn'>,
  visitor: Visitor,
): Promise<CommandAnswer<'auth.signIn'>> {
  const email = input.email.trim().toLowerCase()
  const device = visitor.device !== null && knownDevices.isKnown(visitor.device, email) ? visitor.device : null
  const succeeded = signInGuard.admit({ email, network: visitor.network, device })
  const row = await store.rows
    .selectFrom('users')
    .selectAll()
    .where((where) => where(where.fn<string>('lower', ['email']), '=', email))
    .executeTakeFirst()
  const isRight = await passwordChecks.take(() => verifyPassword(row?.password_hash ?? null, input.password))
  if (!isRight || !row) throw new ParleyError('invalid_credentials')
  succeeded()
  if (!row.is_active) throw new ParleyError('account_closed')
  if (row.suspended_until && row.suspended_until > store.now()) {
    throw new ParleyError('account_suspended', { until: row.suspended_until.toISOString() })
  }
  const token = await sessions.start({ id: row.id, workspaceId: row.workspace_id })
  return { token, user: asAccount(row) }
}
