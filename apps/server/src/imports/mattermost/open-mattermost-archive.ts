import { type ImportProblem, ParleyError } from '@parley/protocol'
import { loadEmojiByName } from '../../emoji/emoji-by-name'
import type { Archive, ArchiveProblem, ArchiveRecord, OnProblem } from '../archive'
import { jsonOfLine } from '../json-of-line'
import { type LineFile, openLineFile } from '../line-file'
import { type Line, readLines } from '../read-lines'
import { unfitFields } from '../unfit-fields'
import { IGNORED_LINES, MattermostLine, type PostLine } from './mattermost-lines'
import { PostNames } from './post-names'
import { PostSpool } from './post-spool'
import { placeOf, readMattermostLine, readPostLine, saidIn, strangerCalled } from './read-mattermost-line'

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
  const reader = new MattermostReader(file, `${path}.posts`, onProblem)
  return {
    source: 'mattermost',
    weight: file.size,
    weightRead: () => reader.read,
    records: () => reader.records(),
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

/** Reads people and channels as they come, and then what they said, in the order in which they said it. */
class MattermostReader {
  /** In bytes: of a post's line only when the post itself is read. */
  read = 0
  private readonly known = new Set<string>()
  private readonly bots = new Set<string>()
  private readonly channelNames = new Map<string, string>()

  constructor(
    private readonly file: LineFile,
    private readonly spoolPath: string,
    private readonly onProblem: OnProblem,
  ) {}

  async *records(): AsyncIterable<ArchiveRecord> {
    const spool = await PostSpool.open(this.spoolPath)
    try {
      yield* this.setOut(spool)
      yield* this.tell(spool)
    } finally {
      await spool.close()
    }
  }

  private async *setOut(spool: PostSpool): AsyncIterable<ArchiveRecord> {
    for await (const line of readLines(await this.file.open())) {
      const result = parse(line)
      if (result.type === 'problem') this.onProblem({ place: String(line.number), ...result.problem })
      if (result.type === 'read') yield* this.take(result.line, line.text ?? '', spool)
      this.read = line.endsAt - spool.bytes
    }
  }

  /** What was said waits until everything has been read. */
  private async *take(line: MattermostLine, text: string, spool: PostSpool): AsyncIterable<ArchiveRecord> {
    if (isPost(line)) await spool.add(placeOf(line), saidIn(line).create_at, text)
    else yield* this.introduced(readMattermostLine(line, this.files))
  }

  private async *tell(spool: PostSpool): AsyncIterable<ArchiveRecord> {
    const { channelNames, bots } = this
    const context = { ...this.files, emoji: loadEmojiByName(), channelNames, isBot: (name: string) => bots.has(name) }
    let [place, names] = ['', new PostNames('')]
    for await (const { channelKey, line, bytes } of spool.inOrder()) {
      if (channelKey !== place) [place, names] = [channelKey, new PostNames(channelKey)]
      const post = MattermostLine.parse(JSON.parse(line))
      if (isPost(post)) yield* this.introduced(readPostLine(post, { ...context, names }))
      this.read += bytes
    }
  }

  private readonly files = { findFile: (path: string) => this.file.find([path, `data/${path}`]) }

  /** Who speaks without a line of their own is made known before they do. */
  private *introduced(records: readonly ArchiveRecord[]): Iterable<ArchiveRecord> {
    for (const record of records) {
      if (record.type === 'person') this.known.add(record.person.key)
      if (record.type === 'person' && record.person.kind === 'bot') this.bots.add(record.person.key)
      if (record.type === 'channel') this.channelNames.set(record.channel.key, record.channel.name)
      for (const key of namedIn(record)) {
        if (this.known.has(key)) continue
        this.known.add(key)
        yield { type: 'person', person: strangerCalled(key) }
      }
      yield record
    }
  }
}

const isPost = (line: MattermostLine): line is PostLine => line.type === 'post' || line.type === 'direct_post'

function namedIn(record: ArchiveRecord): readonly string[] {
  if (record.type === 'channel') return record.channel.memberKeys
  if (record.type !== 'message') return []
  return [record.message.authorKey, ...record.message.reactions.flatMap(({ personKeys }) => personKeys)]
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
