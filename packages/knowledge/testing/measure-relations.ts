import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { nameKey, personNamed } from '../src/graph/known-names'
import type { KnownPerson, ReadingContext, RelationType } from '../src/graph/relation'

export interface StatedRelation {
  readonly type: RelationType
  readonly from: string
  readonly to: string
}

/** A sentence with what it states, and what is left to find out. */
export interface LabelledSentence {
  readonly text: string
  readonly lang: 'zh' | 'en'
  readonly half: 'validation' | 'held'
  readonly relations: readonly (StatedRelation & { readonly isEnded: boolean })[]
}

export interface RelationSet {
  readonly people: readonly KnownPerson[]
  readonly sentences: readonly LabelledSentence[]
}

/** Of the messages alone: the sentences were labelled without. */
export const TEAMS = { en: 'Platform', zh: '平台组' } as const
const SPEAKERS = { en: 'nora', zh: 'jie' } as const

export async function readRelationSet(directory: string): Promise<RelationSet> {
  const people: KnownPerson[] = JSON.parse(await readFile(join(directory, 'people.json'), 'utf8'))
  const read = async (lang: 'zh' | 'en') =>
    (await readFile(join(directory, `sentences-${lang}.txt`), 'utf8'))
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line, at) => readLine(line, at, lang))
  return { people, sentences: [...(await read('en')), ...(await read('zh'))] }
}

/** Messages of several sentences, all of them held back: what pronouns mean in them. */
export async function readMessageSet(directory: string): Promise<LabelledSentence[]> {
  const read = async (lang: 'zh' | 'en') =>
    (await readFile(join(directory, `messages-${lang}.txt`), 'utf8'))
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => readLine(line, 1, lang))
  return [...(await read('en')), ...(await read('zh'))]
}

/** `sentence | type: from > to; …`: every other line is held back. */
function readLine(line: string, at: number, lang: 'zh' | 'en'): LabelledSentence {
  const [text = '', stated = ''] = line.split(' |')
  const relations = stated.split(';').flatMap((one) => {
    const [, type, from, to, ended] = /^\s*(\w+): (.+?) > (.+?)( \(ended\))?\s*$/.exec(one) ?? []
    return type && from && to ? [{ type: type as RelationType, from, to, isEnded: ended !== undefined }] : []
  })
  return { text: text.trim(), lang, half: at % 2 === 0 ? 'validation' : 'held', relations }
}

export function contextOf({ people }: RelationSet, lang: 'zh' | 'en'): ReadingContext {
  const speaker = people.find(({ id }) => id === SPEAKERS[lang])
  return { people, at: '2026-11-20T09:00:00Z', ...(speaker && { speaker }) }
}

/** Who or what a name stands for: one spelling of each. */
export const identityOf = (name: string, people: readonly KnownPerson[]): string =>
  personNamed(name, people)?.id ?? nameKey(name)

export const keyOf = ({ type, from, to }: StatedRelation, people: readonly KnownPerson[]): string =>
  [type, identityOf(from, people), identityOf(to, people)].join('|')
