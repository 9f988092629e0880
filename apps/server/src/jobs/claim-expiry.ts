import { CLAIM_KEPT_MS, forgetOldClaims } from '../store/claim-command'
import type { Store } from '../store/store'
import type { DueWork } from './due-worker'

/** Commands that were given so long ago that nobody gives them again are forgotten. */
export function createClaimExpiry({ rows, now }: Store): DueWork {
  const oldest = () => rows.selectFrom('given_commands').select(({ fn }) => fn.min('given_at').as('at'))
  return {
    isNews: () => false,
    readNext: async () => {
      const first = await oldest().executeTakeFirst()
      return first?.at ? new Date(first.at.getTime() + CLAIM_KEPT_MS) : null
    },
    doDue: () => forgetOldClaims(rows, now()),
  }
}
