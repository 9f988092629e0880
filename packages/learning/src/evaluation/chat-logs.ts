import type { Encoder } from '@parley/inference'
import { type LineTraits, lineTraits } from '@parley/nlu'
import { detectLanguage, type Language } from '@parley/text'
import { z } from 'zod'
import { readJsonl } from './read-jsonl'

const message = z.object({
  n: z.number().int(),
  /** A date and a time, or a time of day, which may be without seconds. */
  time: z.string().optional(),
  user: z.string().optional(),
  text: z.string(),
  /** Says that somebody came or went: nobody answers it, and it answers nothing. */
  system: z.boolean().optional(),
  /** Goes before what was labelled. */
  context: z.boolean().optional(),
  /** The earlier messages that it answers. */
  reply_to: z.array(z.number().int()).optional(),
  /** Begins a conversation. */
  starts: z.boolean().optional(),
})

const log = z.object({
  id: z.string().min(1),
  lang: z.enum(['zh', 'en']).optional(),
  messages: z.array(message).min(1),
})

export interface LogLine extends LineTraits {
  readonly n: number
  readonly isSystem: boolean
  readonly isLabelled: boolean
  readonly answers: readonly number[]
  readonly isBeginning: boolean
}

export interface ChatLog {
  readonly id: string
  readonly lang: Language
  readonly lines: readonly LogLine[]
}

const DAY_MS = 86_400_000

/** Chat logs with reply links, each line with its vector. @throws EvaluationInputError for unusable input. */
export async function readChatLogs(file: string, encoder: Encoder | null): Promise<ChatLog[]> {
  const logs: ChatLog[] = []
  for (const { id, lang, messages } of await readJsonl(file, log)) {
    const texts = messages.map(({ text }) => text.trim())
    const encodings = encoder && (await encoder.encode(texts, { purpose: 'query', priority: 'background' }))
    const moments = momentsOf(messages)
    const lines = messages.map((one, at) => ({
      ...lineTraits({
        author: one.user ?? '',
        names: one.user ? [one.user] : [],
        at: moments[at] ?? 0,
        text: texts[at] ?? '',
        sentence: encodings?.[at]?.sentence ?? null,
      }),
      n: one.n,
      isSystem: one.system === true || one.user === undefined,
      isLabelled: one.context !== true,
      answers: one.reply_to ?? [],
      isBeginning: one.starts === true,
    }))
    logs.push({ id, lang: lang ?? detectLanguage(texts.join('\n')), lines })
  }
  return logs
}

/** A line without a time was said when the one before it was; a time of day that goes back is the next day's. */
function momentsOf(messages: readonly { readonly time?: string | undefined }[]): number[] {
  let last = 0
  return messages.map(({ time }) => {
    const given = time === undefined ? null : readTime(time)
    if (given !== null) last = given < DAY_MS ? sameOrNextDay(given, last) : given
    return last
  })
}

function readTime(time: string): number | null {
  const ofDay = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(time)
  if (ofDay) return ((Number(ofDay[1]) * 60 + Number(ofDay[2])) * 60 + Number(ofDay[3] ?? 0)) * 1000
  const moment = Date.parse(`${time.replace(' ', 'T')}Z`)
  return Number.isNaN(moment) ? null : moment
}

function sameOrNextDay(ofDay: number, last: number): number {
  const sameDay = Math.floor(last / DAY_MS) * DAY_MS + ofDay
  return sameDay + DAY_MS / 2 < last ? sameDay + DAY_MS : sameDay
}
