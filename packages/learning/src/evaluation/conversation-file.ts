import { z } from 'zod'
import { readJsonl } from './read-jsonl'

const KINDS = ['answer', 'template', 'flow', 'task', 'handoff', 'unknown'] as const

const expectation = z.object({
  kind: z.array(z.enum(KINDS)).min(1).optional(),
  contains_any: z.array(z.string().min(1)).min(1).optional(),
  not_contains: z.array(z.string().min(1)).optional(),
  slots: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

const person = z.object({ id: z.string().min(1), name: z.string().min(1), aliases: z.array(z.string()).default([]) })

const document = z.object({
  title: z.string().min(1),
  text: z.string(),
  mimeType: z.enum(['text/markdown', 'text/plain', 'text/html']).default('text/markdown'),
})

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/

const conversationRow = z.object({
  lang: z.enum(['zh', 'en']),
  now: z.string().regex(INSTANT, 'is not an instant with its zone, such as 2026-11-23T09:00:00+08:00'),
  docs: z.array(document).default([]),
  directory: z.array(person).optional(),
  turns: z.array(z.object({ user: z.string().min(1), expect: expectation.default({}) })).min(1),
})

/** One conversation of a test file, and what is expected of every turn. */
export type ConversationRow = z.output<typeof conversationRow>
export type Expectation = z.output<typeof expectation>

export async function readConversations(file: string): Promise<ConversationRow[]> {
  return readJsonl(file, conversationRow)
}
