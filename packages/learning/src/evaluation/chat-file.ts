import type { PlacedMessage } from '@parley/knowledge'
import { z } from 'zod'

const turn = z.object({ id: z.string().min(1), speaker: z.string().min(1), text: z.string() })
const session = z.object({
  /** As "1:56 pm on 8 May, 2023", or any form of a date that JavaScript reads. */
  time: z.string().refine((time) => !Number.isNaN(timeOf(time)), 'is no time'),
  turns: z.array(turn),
})

/** A long chat with questions about it, in the form of LoCoMo (Maharana et al. 2024). */
export const chat = z.object({
  speakers: z.array(z.string().min(1)).min(1),
  sessions: z.array(session).min(1),
  qa: z.array(
    z.object({
      question: z.string().min(1),
      answer: z.union([z.string(), z.number()]).transform(String).optional(),
      /** Turns that answer. */
      evidence: z.array(z.string()),
      kind: z.string(),
    }),
  ),
  lang: z.enum(['zh', 'en']).optional(),
})

export type Chat = z.output<typeof chat>

const TURN_MS = 60_000

/** Everything that was said, a minute a turn, oldest first. */
export function saidIn({ sessions }: Chat): PlacedMessage[] {
  return sessions.flatMap(({ time, turns }) =>
    turns.map(({ id, speaker, text }, at) => ({
      ...{ id, speakerId: speaker, text, channelId: 'chat', threadId: null },
      at: timeOf(time) + at * TURN_MS,
    })),
  )
}

/** In milliseconds; days and hours count as UTC. */
function timeOf(time: string): number {
  const [, hour, day] = /^(\d{1,2}:\d{2} [ap]m) on (.+)$/i.exec(time) ?? []
  return Date.parse(hour && day ? `${day} ${hour} UTC` : time)
}
