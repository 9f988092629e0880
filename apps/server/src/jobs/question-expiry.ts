import type { Store } from '../store/store'
import type { DueWork } from './due-worker'

const DAY_MS = 24 * 60 * 60 * 1000

/** What was asked of the assistant is forgotten after so many days. */
export function createQuestionExpiry({ rows, now }: Pick<Store, 'rows' | 'now'>, days: number): DueWork {
  const oldest = () => rows.selectFrom('questions').select(({ fn }) => fn.min('asked_at').as('at'))
  return {
    isNews: () => false,
    readNext: async () => {
      const first = await oldest().executeTakeFirst()
      return first?.at ? new Date(first.at.getTime() + days * DAY_MS) : null
    },
    doDue: async () => {
      const until = new Date(now().getTime() - days * DAY_MS)
      await rows.deleteFrom('questions').where('asked_at', '<=', until).execute()
    },
  }
}
