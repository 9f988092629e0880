import { ParleyError, PostedAs } from '@parley/protocol'
import { z } from 'zod'
import type { Archive, ArchiveProblem, ArchiveRecord, OnProblem } from '../archive'
import { jsonOfLine } from '../json-of-line'
import { type LineFile, openLineFile } from '../line-file'
import { type Line, readLines } from '../read-lines'
import { unfitFields } from '../unfit-fields'

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
  postedAs: PostedAs.optional().catch(undefined),
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
    if (line.number === 1) requireFirstLine(line)
    else {
      const result = parse(line)
      if ('record' in result) yield withPicture(result.record, file)
      else onProblem({ place: String(line.number), ...result })
    }
    onRead(line.endsAt)
  }
}

function requireFirstLine(line: Line): void {
  const content = jsonOfLine(line)
  if ('problem' in content || !FirstLine.safeParse(content.value).success)
    throw new ParleyError('unreadable_archive', { reason: 'not_parley', detail: '' })
}

function parse(line: Line): { readonly record: ArchiveRecord } | Pick<ArchiveProblem, 'problem' | 'detail'> {
  const content = jsonOfLine(line)
  if ('problem' in content) return { ...content, detail: '' }
  const result = Record.safeParse(content.value)
  if (result.success) return { record: result.data }
  return { problem: 'unreadable_line', detail: unfitFields(result.error) }
}

/** Exports lay pictures beside, under the person's key. */
function withPicture(record: ArchiveRecord, { find }: LineFile): ArchiveRecord {
  if (record.type !== 'person') return record
  return { ...record, person: { ...record.person, picturePath: find([`avatars/${record.person.key}.webp`]) } }
}
