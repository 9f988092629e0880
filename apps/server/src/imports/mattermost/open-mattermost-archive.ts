import { type ImportProblem, ParleyError } from '@parley/protocol'
import { loadEmojiByName } from '../../emoji/emoji-by-name'
import type { Archive, ArchivedPerson, ArchiveProblem, ArchiveRecord, OnProblem } from '../archive'
import { jsonOfLine } from '../json-of-line'
import { type LineFile, openLineFile } from '../line-file'
import { type Line, readLines } from '../read-lines'
import { unfitFields } from '../unfit-fields'
import { IGNORED_LINES, MattermostLine } from './mattermost-lines'
import { type MattermostContext, readMattermostLine } from './read-mattermost-line'

/**
 * Opens Mattermost's bulk export: JSON lines, bare or in a zip with the attachments below `data/`.
 *
 * @throws ParleyError `unreadable_archive`, also for a version that is not 1.
 */
export async function openMattermostArchive(path: string, onProblem: OnProblem): Promise<Archive> {
  const file = await openLineFile(path, (name) => /^[^/]+\.jsonl$/.test(name))
  await requireVersion(file).catch((error: unknown) => {
    file.close()
    throw error
  })
  let read = 0
  return {
    source: 'mattermost',
    weight: file.size,
    weightRead: () => read,
    records: () => readRecords(file, onProblem, (bytes) => (read = bytes)),
    sizeOf: file.sizeOf,
    openFile: file.openFile,
    close: async () => file.close(),
  }
}

async function requireVersion(file: LineFile): Promise<void> {
  const stream = await file.open()
  try {
    for await (const line of readLines(stream, 64 * 1024)) {
      const result = parse(line)
      if (result.type === 'read' && result.line.type === 'version' && result.line.version === 1) return
      break
    }
  } finally {
    stream.destroy()
  }
  throw new ParleyError('unreadable_archive', { reason: 'not_mattermost', detail: '' })
}

async function* readRecords(
  file: LineFile,
  onProblem: OnProblem,
  onRead: (bytes: number) => void,
): AsyncIterable<ArchiveRecord> {
  const emoji = loadEmojiByName()
  const context: MattermostContext = { emoji, findFile: (path) => file.find([path, `data/${path}`]) }
  const known = new Set<string>()
  for await (const line of readLines(await file.open())) {
    const result = parse(line)
    if (result.type === 'problem') onProblem({ place: String(line.number), ...result.problem })
    if (result.type === 'read') yield* introduced(readMattermostLine(result.line, context), known)
    onRead(line.endsAt)
  }
}

type Parsed =
  | { readonly type: 'read'; readonly line: MattermostLine }
  | { readonly type: 'ignored' }
  | { readonly type: 'problem'; readonly problem: Pick<ArchiveProblem, 'problem' | 'detail'> }

const problem = (problem: ImportProblem, detail = ''): Parsed => ({ type: 'problem', problem: { problem, detail } })

function parse(line: Line): Parsed {
  if (line.text?.trim() === '') return { type: 'ignored' }
  const content = jsonOfLine(line)
  if ('problem' in content) return problem(content.problem)
  const { value } = content
  const type = typeof value === 'object' && value !== null && 'type' in value ? String(value.type) : ''
  if (IGNORED_LINES.has(type)) return { type: 'ignored' }
  const result = MattermostLine.safeParse(value)
  if (result.success) return { type: 'read', line: result.data }
  const isKnown = MattermostLine.options.some((option) => option.shape.type.value === type)
  return isKnown ? problem('unreadable_line', unfitFields(result.error)) : problem('unknown_line', type.slice(0, 60))
}

/** Who speaks without a `user` line (an account that was erased) still has a name: their own. */
function* introduced(records: readonly ArchiveRecord[], known: Set<string>): Iterable<ArchiveRecord> {
  for (const record of records) {
    if (record.type === 'person') known.add(record.person.key)
    const named =
      record.type === 'message'
        ? [record.message.authorKey, ...record.message.reactions.flatMap(({ personKeys }) => personKeys)]
        : record.type === 'channel'
          ? record.channel.memberKeys
          : []
    for (const key of named) {
      if (known.has(key)) continue
      known.add(key)
      yield { type: 'person', person: formerPerson(key) }
    }
    yield record
  }
}

const formerPerson = (key: string): ArchivedPerson => ({
  key,
  name: key,
  aliases: [],
  email: null,
  isActive: false,
  kind: 'person',
  role: 'member',
  timeZone: null,
  language: null,
})
