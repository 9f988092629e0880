import { findRuleFaults } from '@parley/nlu'
import { type CommandAnswer, type CommandInput, TRIED_MESSAGES } from '@parley/protocol'
import type { Actor } from '../../actor'
import { selectReadableMessages } from '../../policies/access'
import type { Services, TriedReading } from '../../services'
import type { Database } from '../../store/database'
import { requirePresent } from './change-rules'
import { readKnownValues } from './check-rules'

const MOST_SHOWN = 50

type Trial = CommandAnswer<'rules.try'>
type Row = Awaited<ReturnType<typeof readNewest>>[number]

/** What a rule would change, seen on what people wrote last. */
export async function tryRule(
  { store, rules, rateLimits }: Services,
  actor: Actor,
  { ruleId, definition }: CommandInput<'rules.try'>,
): Promise<Trial> {
  if (ruleId) await requirePresent(store.rows, actor, ruleId)
  const faults = findRuleFaults({ definition }, await readKnownValues(store.rows, actor, [definition]))
  if (faults.length > 0) {
    const told = faults.map((fault) => ({ ...fault, path: [...fault.path] }))
    return { faults: told, looked: 0, held: 0, changed: 0, messages: [] }
  }
  rateLimits.admit('asks', actor.userId)
  const rows = await readNewest(store.rows, actor)
  const draft = { workspaceId: actor.workspaceId, ruleId: ruleId ?? null, definition }
  const read = await rules.try(
    draft,
    rows.map((row) => ({
      ...{ text: row.text, channelId: row.channel_id },
      author: { userId: row.author_id, timeZone: row.time_zone },
    })),
  )
  return summary(rows, read, await stillReadable(store.rows, actor, rows))
}

/** Of people, and with words. */
function readNewest(rows: Database, actor: Actor) {
  return selectReadableMessages(rows, actor)
    .innerJoin('users as author', 'author.id', 'messages.author_id')
    .select('author.time_zone')
    .where('author.kind', '=', 'person')
    .where('messages.text', '<>', '')
    .orderBy('messages.created_at', 'desc')
    .orderBy('messages.id', 'desc')
    .limit(TRIED_MESSAGES)
    .execute()
}

/** Asked again: reading takes a while, in which a message may have been deleted, or closed to the actor. */
async function stillReadable(rows: Database, actor: Actor, read: readonly Row[]): Promise<ReadonlySet<string>> {
  if (read.length === 0) return new Set()
  const ids = read.map(({ id }) => id)
  const still = await selectReadableMessages(rows, actor).where('messages.id', 'in', ids).execute()
  return new Set(still.map(({ id }) => id))
}

function summary(rows: readonly Row[], read: readonly TriedReading[], readable: ReadonlySet<string>): Trial {
  const messages = read.flatMap(({ index, before, after }) => {
    const row = rows[index]
    const isHeld = before.spans !== null || after.spans !== null
    if (!row || !isHeld || !readable.has(row.id)) return []
    return [{ ...asShown(row), isChanged: before.value !== after.value, ...effects({ before, after }) }]
  })
  const changed = messages.filter(({ isChanged }) => isChanged)
  const shown = [...changed, ...messages.filter(({ isChanged }) => !isChanged)].slice(0, MOST_SHOWN)
  return { faults: [], looked: readable.size, held: messages.length, changed: changed.length, messages: shown }
}

const asShown = (row: Row) => ({
  ...{ messageId: row.id as Trial['messages'][number]['messageId'], text: row.text },
  channelId: row.channel_id as Trial['messages'][number]['channelId'],
  authorId: row.author_id as Trial['messages'][number]['authorId'],
  createdAt: row.created_at.toISOString(),
})

const effects = ({ before, after }: Pick<TriedReading, 'before' | 'after'>) => ({
  ...{ before: before.value, after: after.value },
  spans: (after.spans ?? []).map(({ start, end }) => ({ start, end })),
})
