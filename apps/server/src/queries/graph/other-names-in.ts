import { namesIn } from '@parley/knowledge'
import type { Database } from '../../store/database'
import type { Hearers } from '../ask-talk/hearers'
import { entitiesNamed } from './entities-named'
import { graphViewer } from './graph-viewer'
import { withOtherNames } from './other-names'
import { readEntities } from './read-entities'

/** A name that a text holds, and what the same thing is called elsewhere. */
export interface OtherName {
  readonly said: string
  readonly other: string
}

/** Each is asked for anew. */
const MOST = 2

/** The team's other names for what a text names, as far as whoever hears the answer may read where they stand. */
export async function otherNamesIn(rows: Database, hearers: Hearers, text: string, now: Date): Promise<OtherName[]> {
  const viewer = await graphViewer(rows, hearers)
  const named = await entitiesNamed(rows, viewer, [text])
  const stretches = namesIn(text)
  const found: OtherName[] = []
  for (const { id, keys } of named) {
    const stretch = stretches.find(({ key }) => keys.includes(key))
    if (!stretch) continue
    const { ids } = await withOtherNames(rows, viewer, [id], now)
    const entities = await readEntities(rows, viewer, ids)
    const others = entities.flatMap(({ name, aliases }) => [name, ...aliases])
    const said = text.slice(stretch.start, stretch.end)
    found.push(...others.filter((other) => other !== '' && other !== said).map((other) => ({ said, other })))
  }
  return found.slice(0, MOST)
}
