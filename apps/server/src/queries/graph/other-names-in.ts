import { namesIn } from '@parley/knowledge'
import type { GraphViewer } from '../../policies/graph-access'
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

/** Says what a text names is called elsewhere, as far as whoever hears the answer may read where that stands. */
export type NameReader = (text: string) => Promise<readonly OtherName[]>

/** Looks each text up once, and who hears it once: documents and talk are asked by the same names in one turn. */
export function otherNamesFor(rows: Database, hearers: Hearers, now: Date): NameReader {
  let viewer: Promise<GraphViewer> | undefined
  const known = new Map<string, Promise<readonly OtherName[]>>()
  const lookUp = async (text: string) => {
    viewer ??= graphViewer(rows, hearers)
    return otherNamesIn(rows, await viewer, text, now)
  }
  return (text) => {
    const names = known.get(text) ?? lookUp(text)
    known.set(text, names)
    return names
  }
}

async function otherNamesIn(rows: Database, viewer: GraphViewer, text: string, now: Date): Promise<OtherName[]> {
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
