import type { QueryAnswer } from '@parley/protocol'
import type { Actor } from '../../actor'
import { selectReadableChannels } from '../../policies/access'
import { selectVisiblePeople } from '../../policies/visible-people'
import type { Database } from '../../store/database'
import type { HitQuery } from '../../store/search-hits'
import { addCriterion, emptyDraft, limitChannels, type ReadableChannel } from './apply-criterion'
import type { Named } from './match-names'
import type { Criterion } from './parse-search'

/** A query with its names found, as the store can ask it, and what is left to check in the texts. */
export interface ResolvedSearch {
  readonly hits: HitQuery
  /** Where these stand, a hit is highlighted. */
  readonly words: ReadonlySet<string>
  readonly phrases: readonly string[]
  readonly unwantedPhrases: readonly string[]
  readonly unknownNames: QueryAnswer<'messages.search'>['unknownNames']
}

export async function resolveSearch(
  rows: Database,
  actor: Actor,
  now: Date,
  criteria: readonly Criterion[],
  onlyIn: string | undefined,
): Promise<ResolvedSearch> {
  const channels = await readChannels(rows, actor)
  const people = criteria.some(({ kind }) => kind === 'from' || kind === 'in') ? await readPeople(rows, actor) : []
  const draft = emptyDraft(channels.map(({ id }) => id))
  if (onlyIn !== undefined) limitChannels(draft, [onlyIn], false)
  for (const criterion of criteria) addCriterion(draft, criterion, { rows, actor, now, channels, people })
  const { words, anyOf, without, conditions, isNarrow, from, until, channelIds } = draft
  const isHopeless = draft.unknownNames.length > 0
  return {
    hits: {
      workspaceId: actor.workspaceId,
      channelIds: isHopeless ? [] : channelIds,
      words: [...new Set(words)],
      anyOf,
      without,
      conditions,
      isNarrow,
      from,
      until,
    },
    words: new Set(draft.shownWords),
    phrases: draft.phrases,
    unwantedPhrases: draft.unwantedPhrases,
    unknownNames: draft.unknownNames,
  }
}

async function readChannels(rows: Database, actor: Actor): Promise<ReadableChannel[]> {
  const found = await selectReadableChannels(rows, actor)
    .select(['channels.id', 'channels.name', 'channels.kind', 'channels.direct_key'])
    .execute()
  return found.map(({ id, name, kind, direct_key }) => ({
    id,
    names: kind === 'direct' ? [] : [name, id],
    personIds: direct_key?.split(',') ?? [],
  }))
}

async function readPeople(rows: Database, actor: Actor): Promise<Named[]> {
  const found = await selectVisiblePeople(rows, actor).execute()
  return found.map(({ id, name, aliases }) => ({ id, names: [name, ...aliases, id] }))
}
