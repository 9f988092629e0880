import type { TalkFound } from '@parley/dialogue'
import {
  type Answer,
  readTalkQuestion,
  renameIn,
  renameInQuery,
  type StructuredQuery,
  type TalkQuestion,
} from '@parley/knowledge'
import type { Actor } from '../actor'
import type { Hearers } from '../queries/ask-talk/hearers'
import type { NameReader } from '../queries/graph/other-names-in'
import { findInTalk, type TalkGround } from './find-in-talk'

/** What documents say; where nothing answers by the name that was asked for, by what the team calls it elsewhere. */
export async function answerByAnyName(
  otherNames: NameReader,
  query: StructuredQuery,
  answer: (query: StructuredQuery) => Promise<Answer>,
): Promise<Answer> {
  const found = await answer(query)
  if (found.kind === 'answer') return found
  for (const { said, other } of await namesToTry(otherNames, query)) {
    const renamed = renameInQuery(query, said, other)
    const again = renamed && (await answer(renamed))
    if (again?.kind === 'answer') return again
  }
  return found
}

/** Somebody who took a name's chip away means its words and nothing else. */
async function namesToTry(otherNames: NameReader, { text, parts }: StructuredQuery) {
  return parts.some(({ kind }) => kind === 'entity') ? otherNames(text) : []
}

/** The same of what people wrote. */
export async function talkByAnyName(
  ground: TalkGround,
  actor: Actor,
  hearers: Hearers,
  otherNames: NameReader,
  question: TalkQuestion,
): Promise<TalkFound> {
  const found = await findInTalk(ground, actor, hearers, question)
  if (found.kind === 'answer') return found
  for (const { said, other } of await otherNames(question.text)) {
    const renamed = await renameInTalk(ground, actor, question, said, other)
    const again = renamed && (await findInTalk(ground, actor, hearers, renamed))
    if (again?.kind === 'answer') return again
  }
  return found
}

/** Only what is looked for changes: whose words are wanted, and from when, stays as it was read. */
async function renameInTalk(
  { directory }: TalkGround,
  actor: Actor,
  question: TalkQuestion,
  said: string,
  other: string,
): Promise<TalkQuestion | null> {
  const renamed = renameIn(question.text, said, other)
  if (!renamed) return null
  const { speakerId, now, directory: people } = await directory.situationOf(actor)
  const { text, words } = readTalkQuestion(renamed.text, { askerId: speakerId, now, people })
  return { ...question, text, words }
}
