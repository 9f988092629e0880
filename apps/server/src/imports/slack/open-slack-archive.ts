import { ParleyError } from '@parley/protocol'
import type { z } from 'zod'
import { loadEmojiByName } from '../../emoji/emoji-by-name'
import type { SlackNames } from '../../slack-format/slack-names'
import type { Archive, ArchivedChannel, ArchivedPerson, ArchiveRecord, OnProblem } from '../archive'
import { describeIssues } from '../describe-issues'
import { openZip, type ZipArchive } from '../zip-archive'
import { authorNameOf, readSlackMessage, type SlackMessageContext } from './read-slack-message'
import { asPerson, asStranger } from './read-slack-people'
import { SlackChannel, type SlackFile, SlackMessage, SlackUser } from './slack-export'

export interface OpenSlackArchiveOptions {
  readonly onProblem: OnProblem
  /** In the place of a thread's first message that was deleted. */
  readonly tombstone: string
}

/**
 * Opens a Slack export: `users.json`, `channels.json`, `groups.json`, `dms.json`, `mpims.json`, and a folder of days for
 * each channel. Days are read one at a time, so that memory does not grow with the archive.
 *
 * @throws ParleyError `unreadable_archive`
 */
export async function openSlackArchive(path: string, options: OpenSlackArchiveOptions): Promise<Archive> {
  const zip = await openZip(path)
  try {
    return await new SlackArchiveReader(zip, options).open()
  } catch (error) {
    zip.close()
    throw error
  }
}

interface Folder {
  readonly channel: ArchivedChannel
  readonly pinned: ReadonlySet<string>
  readonly days: readonly string[]
}

const folderOf = ({ days: [day = ''] }: Folder): string => day.replace(/[^/]*$/, '')

class SlackArchiveReader {
  private readonly people = new Map<string, ArchivedPerson>()
  private readonly folders = new Map<string, Folder>()
  /** Some tools wrap the export into a folder. */
  private root = ''
  private read = 0
  private readonly emoji = loadEmojiByName()

  constructor(
    private readonly zip: ZipArchive,
    private readonly options: OpenSlackArchiveOptions,
  ) {}

  async open(): Promise<Archive> {
    this.root = findRoot(this.zip)
    for (const user of await this.readList(`${this.root}users.json`, SlackUser))
      this.people.set(user.id, asPerson(user))
    for (const user of await this.readList(`${this.root}org_users.json`, SlackUser))
      this.people.set(user.id, asPerson(user))
    await this.readChannels()
    return {
      source: 'slack',
      weight: [...this.folders.values()].flatMap(({ days }) => days).reduce((sum, day) => sum + this.sizeOf(day), 0),
      weightRead: () => this.read,
      records: () => this.readRecords(),
      sizeOf: (path) => this.zip.entries.get(path)?.size ?? null,
      openFile: this.zip.open,
      close: async () => this.zip.close(),
    }
  }

  private sizeOf(path: string): number {
    return this.zip.entries.get(path)?.size ?? 0
  }

  private async readChannels(): Promise<void> {
    const lists = [
      { file: 'channels.json', kind: 'public' },
      { file: 'groups.json', kind: 'private' },
      { file: 'mpims.json', kind: 'direct' },
      { file: 'dms.json', kind: 'direct' },
    ] as const
    const days = daysByFolder(this.zip, this.root)
    for (const { file, kind } of lists) {
      for (const channel of await this.readList(this.root + file, SlackChannel)) {
        const isDirect = kind === 'direct'
        // A direct channel's folder is called by its id, all others by their name.
        const folder = days.get(channel.name ?? '') ?? days.get(channel.id) ?? []
        this.folders.set(channel.id, {
          channel: {
            key: channel.id,
            kind,
            name: isDirect ? '' : (channel.name ?? channel.id),
            topic: channel.topic?.value ?? '',
            purpose: channel.purpose?.value ?? '',
            memberKeys: channel.members ?? [],
            isArchived: channel.is_archived ?? false,
          },
          pinned: new Set((channel.pins ?? []).flatMap(({ id }) => (id ? [id] : []))),
          days: [...folder].sort(),
        })
      }
    }
  }

  private async *readRecords(): AsyncIterable<ArchiveRecord> {
    for (const person of [...this.people.values()]) yield { type: 'person', person }
    for (const { channel } of this.folders.values()) {
      for (const key of channel.memberKeys) yield* this.introduce(key, () => asStranger(key, null, 'person'))
      yield { type: 'channel', channel }
    }
    for (const folder of this.folders.values()) yield* this.readMessages(folder)
  }

  /** Bots and people of other teams are in no list: they are made known before they speak. */
  private *introduce(key: string, make: () => ArchivedPerson): Iterable<ArchiveRecord> {
    if (key === '' || this.people.has(key)) return
    const person = make()
    this.people.set(key, person)
    yield { type: 'person', person }
  }

  private async *readMessages(folder: Folder): AsyncIterable<ArchiveRecord> {
    const context = this.contextOf(folder)
    for (const day of folder.days) {
      for (const said of await this.readDay(day)) {
        const message = readSlackMessage(said, context)
        if (!message) continue
        const kind = said.user && !said.bot_id ? 'person' : 'bot'
        yield* this.introduce(message.authorKey, () => asStranger(message.authorKey, authorNameOf(said), kind))
        yield { type: 'message', message }
      }
      this.read += this.sizeOf(day)
    }
  }

  private contextOf(folder: Folder): SlackMessageContext {
    const { channel, pinned } = folder
    const path = folderOf(folder)
    const names: SlackNames = {
      person: (id, given) => this.people.get(id)?.name ?? given ?? id,
      channel: (id, given) => this.folders.get(id)?.channel.name || given || id,
      group: (id, given) => given ?? id,
      emoji: this.emoji,
    }
    return {
      channelKey: channel.key,
      pinned,
      names,
      tombstone: this.options.tombstone,
      findFile: (file) => this.findFile(file, path),
    }
  }

  /** Slack's own exports have addresses only; the tools that fetch the bytes put them in one of these places. */
  private findFile({ id, name }: SlackFile, folder: string): string | null {
    if (!id || !name) return null
    const places = [
      `${this.root}__uploads/${id}/${name}`,
      `${this.root}files/${id}/${name}`,
      `${this.root}files/${id}-${name}`,
      `${folder}attachments/${id}-${name}`,
    ]
    return places.find((place) => this.zip.entries.has(place)) ?? null
  }

  private async readDay(path: string): Promise<SlackMessage[]> {
    const messages = await this.readList(path, SlackMessage)
    return messages.sort((one, other) => Number(one.ts) - Number(other.ts))
  }

  private async readList<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>[]> {
    if (!this.zip.entries.has(path)) return []
    const values = await this.readArray(path)
    return values.flatMap((value, index) => {
      const result = schema.safeParse(value)
      if (result.success) return [result.data]
      this.options.onProblem({
        place: `${path}#${index + 1}`,
        problem: 'unreadable_line',
        detail: describeIssues(result.error),
      })
      return []
    })
  }

  /** One file that cannot be read costs its own messages and no others. */
  private async readArray(path: string): Promise<unknown[]> {
    try {
      const value: unknown = JSON.parse(await this.zip.readText(path))
      if (Array.isArray(value)) return value
      this.options.onProblem({ place: path, problem: 'unreadable_file', detail: 'not a list' })
    } catch (error) {
      this.options.onProblem({
        place: path,
        problem: 'unreadable_file',
        detail: error instanceof Error ? error.message : '',
      })
    }
    return []
  }
}

function findRoot(zip: ZipArchive): string {
  const lists = [...zip.entries.keys()].filter((path) => /(^|\/)(channels|groups|dms|users)\.json$/.test(path))
  const shortest = lists.sort((one, other) => one.length - other.length)[0]
  if (shortest === undefined) throw new ParleyError('unreadable_archive', { reason: 'not_slack', detail: '' })
  return shortest.replace(/[^/]*$/, '')
}

const DAY = /^([^/]+)\/\d{4}-\d\d-\d\d\.json$/

function daysByFolder(zip: ZipArchive, root: string): Map<string, string[]> {
  const folders = new Map<string, string[]>()
  for (const path of zip.entries.keys()) {
    const folder = path.startsWith(root) ? DAY.exec(path.slice(root.length))?.[1] : undefined
    if (folder === undefined) continue
    const known = folders.get(folder)
    if (known) known.push(path)
    else folders.set(folder, [path])
  }
  return folders
}
