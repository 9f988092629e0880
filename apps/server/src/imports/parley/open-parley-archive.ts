import { ParleyError } from '@parley/protocol'
import { z } from 'zod'
import type { Archive, ArchiveRecord, OnProblem } from '../archive'
import { describeIssues } from '../describe-issues'
import { type LineFile, openLineFile } from '../line-file'
import { type Line, readLines } from '../read-lines'

/* The lines of an export of Parley's own: the records of `archive.ts`, as `exports/export-lines.ts` writes them. */

const text = z.string()
const Person = z.object({
  key: text,
  name: text,
  aliases: z.array(text),
  email: text.nullable(),
  isActive: z.boolean(),
  kind: z.enum(['person', 'bot']),
  role: z.enum(['member', 'guest']),
  timeZone: text.nullable(),
  language: z.enum(['zh', 'en']).nullable(),
})
const Channel = z.object({
  key: text,
  kind: z.enum(['public', 'private', 'direct']),
  name: text,
  topic: text,
  /** Archives of earlier versions have none. */
  purpose: text.default(''),
  memberKeys: z.array(text),
  isArchived: z.boolean(),
})
const Message = z.object({
  key: text,
  channelKey: text,
  authorKey: text,
  sentAt: z.coerce.date(),
  text,
  threadKey: text.nullable(),
  isAlsoInChannel: z.boolean(),
  hasReplies: z.boolean(),
  editedAt: z.coerce.date().nullable(),
  isPinned: z.boolean(),
  reactions: z.array(z.object({ emoji: text, personKeys: z.array(text) })),
  files: z.array(z.object({ name: text, path: text.nullable(), url: text.nullable() })),
})
const FirstLine = z.object({ type: z.literal('parley'), version: z.literal(1) })
const Record = z.discriminatedUnion('type', [
  z.object({ type: z.literal('person'), person: Person }),
  z.object({ type: z.literal('channel'), channel: Channel }),
  z.object({ type: z.literal('message'), message: Message }),
])

/** @throws ParleyError `unreadable_archive` */
export async function openParleyArchive(path: string, onProblem: OnProblem): Promise<Archive> {
  const file = await openLineFile(path, (name) => name === 'export.jsonl')
  let read = 0
  return {
    source: 'parley',
    weight: file.size,
    weightRead: () => read,
    records: () => readRecords(file, onProblem, (bytes) => (read = bytes)),
    sizeOf: file.sizeOf,
    openFile: file.openFile,
    close: async () => file.close(),
  }
}

async function* readRecords(
  file: LineFile,
  onProblem: OnProblem,
  onRead: (bytes: number) => void,
): AsyncIterable<ArchiveRecord> {
  for await (const line of readLines(await file.open())) {
    const value = readJson(line)
    if (line.number === 1) {
      if (!FirstLine.safeParse(value).success)
        throw new ParleyError('unreadable_archive', { reason: 'not_parley', detail: '' })
      continue
    }
    const result = Record.safeParse(value)
    if (result.success) yield withPicture(result.data, file)
    else onProblem({ place: String(line.number), problem: 'unreadable_line', detail: describeIssues(result.error) })
    onRead(line.endsAt)
  }
}

/** Exports lay pictures beside, under the person's key. */
function withPicture(record: ArchiveRecord, { find }: LineFile): ArchiveRecord {
  if (record.type !== 'person') return record
  return { ...record, person: { ...record.person, picturePath: find([`avatars/${record.person.key}.webp`]) } }
}

function readJson({ text: line }: Line): unknown {
  try {
    return JSON.parse(line ?? '')
  } catch {
    return undefined
  }
}
