import type { SaidSource, TalkFound } from '@parley/dialogue'
import type { TalkQuestion } from '@parley/knowledge'
import type { SaidSentence } from '@parley/protocol'
import type { Actor } from '../actor'
import type { Library } from '../library/library'
import { askTalk } from '../queries/ask-talk/ask-talk'
import type { Hearers } from '../queries/ask-talk/hearers'
import type { Store } from '../store/store'
import type { Directory } from './directory'
import { zonedNow } from './zoned-now'

export interface TalkGround {
  readonly store: Store
  readonly library: Library
  readonly directory: Directory
}

/** What people wrote that answers a question, with the names that the asker knows them and their channels by. */
export async function findInTalk(
  ground: TalkGround,
  actor: Actor,
  hearers: Hearers,
  question: TalkQuestion,
): Promise<TalkFound> {
  const { directory: people } = await ground.directory.situationOf(actor)
  const { kind, confidence, experts, said } = await askTalk(ground, hearers, question, people)
  return {
    ...{ kind, confidence },
    said: await saidSources(ground, actor, said),
    experts: await Promise.all(experts.map((id) => nameOf(ground.directory, id))),
  }
}

/** Sentences with who wrote them, where and when, as the asker knows it. */
export async function saidSources(
  { store, directory }: Pick<TalkGround, 'store' | 'directory'>,
  actor: Actor,
  said: readonly SaidSentence[],
): Promise<SaidSource[]> {
  const places = await placeNames(store, said)
  return Promise.all(said.map((one) => sourceOf(directory, actor, places, one)))
}

async function sourceOf(
  directory: Directory,
  { timeZone }: Actor,
  places: ReadonlyMap<string, string>,
  { messageId, text, authorId, channelId, createdAt }: SaidSentence,
): Promise<SaidSource> {
  return {
    ...{ messageId, text, placeName: places.get(channelId) ?? null },
    authorName: await nameOf(directory, authorId),
    at: zonedNow(new Date(createdAt), timeZone),
  }
}

const nameOf = async (directory: Directory, userId: string): Promise<string> =>
  (await directory.find(userId))?.name ?? ''

async function placeNames({ rows }: Store, said: readonly SaidSentence[]): Promise<ReadonlyMap<string, string>> {
  if (said.length === 0) return new Map()
  const found = await rows
    .selectFrom('channels')
    .select(['id', 'name'])
    .where(
      'id',
      'in',
      said.map(({ channelId }) => channelId),
    )
    .where('kind', '<>', 'direct')
    .execute()
  return new Map(found.map(({ id, name }) => [id, name]))
}
