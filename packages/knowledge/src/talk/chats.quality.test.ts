import { readFile } from 'node:fs/promises'
import type { Encoder } from '@parley/inference'
import { expect, it } from 'vitest'
import { openTestEncoder } from '../../testing/test-encoder'
import { inContext, type PlacedMessage } from './in-context'
import { findSentences } from './rank-sentences'
import { readTalkQuestion } from './read-talk-question'
import { rankSentences, TALK_MODELS } from './talk-model'
import { holdsWord, termSetOf } from './talk-words'

/**
 * `TALK_CHATS=<file> npx vitest run --project quality packages/knowledge/src/talk/chats` measures on long chats in the
 * form of LoCoMo, one JSON object a line; nothing of them is kept or trained with.
 */
const FILE = process.env.TALK_CHATS

interface Chat {
  readonly speakers: readonly string[]
  readonly sessions: readonly {
    readonly time: string
    readonly turns: readonly { readonly id: string; readonly speaker: string; readonly text: string }[]
  }[]
  readonly qa: readonly { readonly question: string; readonly evidence: readonly string[]; readonly kind: string }[]
}

const AMONG = 5

/** Sessions are days apart: nothing that was said in one is the surroundings of another. */
function messagesOf({ sessions }: Chat): PlacedMessage[] {
  return sessions.flatMap(({ turns }, session) =>
    turns.map(({ id, speaker, text }, turn) => ({
      ...{ id, speakerId: speaker, text, channelId: 'chat', threadId: null },
      at: session * 86_400_000 + turn * 60_000,
    })),
  )
}

async function isHit(chat: Chat, messages: readonly PlacedMessage[], encoder: Encoder, at: number): Promise<boolean> {
  const { question: text, evidence } = chat.qa[at]!
  const people = chat.speakers.map((name) => ({ id: name, name, aliases: [] }))
  const question = {
    ...readTalkQuestion(text, { askerId: '', now: '2024-06-01T00:00:00+00:00', people }),
    period: null,
  }
  const sets = messages.map((message) => termSetOf(message.text))
  const shares = question.words.map((word) => sets.filter((set) => holdsWord(word, set) > 0).length / sets.length)
  const candidates = await findSentences(question, { messages: inContext(messages), tasks: [], shares }, encoder)
  const ranked = rankSentences(candidates, TALK_MODELS.hybrid).map(({ candidate }) => candidate.message.id)
  return [...new Set(ranked)].slice(0, AMONG).some((id) => evidence.includes(id))
}

it.skipIf(!FILE)('finds the turn that answers among five', { timeout: 1_800_000 }, async () => {
  const encoder = await openTestEncoder()
  const chats: Chat[] = (await readFile(FILE!, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const hits = new Map<string, boolean[]>()
  for (const chat of chats) {
    const messages = messagesOf(chat)
    for (const [at, { kind, evidence }] of chat.qa.entries()) {
      if (kind.startsWith('adversarial') || evidence.length === 0) continue
      hits.set(kind, [...(hits.get(kind) ?? []), await isHit(chat, messages, encoder, at)])
    }
  }
  await encoder.close()
  const all = [...hits, ['all', [...hits.values()].flat()] as const]
  const rows = all.map(([kind, found]) => ({ kind, n: found.length, hit: found.filter(Boolean).length / found.length }))
  console.table(rows)
  expect(rows.at(-1)!.n).toBeGreaterThan(0)
})
