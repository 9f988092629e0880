import { loadEmojiByName } from '../../emoji/emoji-by-name'
import type { Archive, ArchivedMessage, ArchivedPerson, ArchiveRecord, OnProblem } from '../archive'
import { openZip, type ZipArchive } from '../zip-archive'
import { createPictureFinder } from './find-picture'
import { nameApart } from './name-apart'
import { readSlackFolders, type SlackFolder } from './read-slack-folders'
import { authorNameOf, isNotice, readSlackMessage, type SlackMessageContext } from './read-slack-message'
import { asPerson, asStranger } from './read-slack-people'
import { type SlackFile, SlackMessage, SlackUser } from './slack-export'
import { SlackFiles } from './slack-files'
import { type SlackSurvey, surveyDays } from './survey-days'

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

class SlackArchiveReader {
  private readonly files: SlackFiles
  private readonly people = new Map<string, ArchivedPerson>()
  private folders: ReadonlyMap<string, SlackFolder> = new Map()
  private survey: SlackSurvey = { names: new Map(), groups: new Map(), order: () => [] }
  private read = 0
  private readonly emoji = loadEmojiByName()

  constructor(
    private readonly zip: ZipArchive,
    private readonly options: OpenSlackArchiveOptions,
  ) {
    this.files = new SlackFiles(zip, options.onProblem)
  }

  async open(): Promise<Archive> {
    const pictureOf = createPictureFinder(this.files)
    for (const list of ['users.json', 'org_users.json'])
      for (const user of await this.files.readList(list, SlackUser))
        this.people.set(user.id, { ...asPerson(user), picturePath: pictureOf(user) })
    this.folders = await readSlackFolders(this.files)
    const days = [...this.folders.values()].flatMap((folder) => folder.days)
    return {
      source: 'slack',
      // Each day is read twice.
      weight: 2 * days.reduce((sum, day) => sum + (this.files.sizeOf(day) ?? 0), 0),
      weightRead: () => this.read,
      records: () => this.readRecords(),
      sizeOf: this.files.sizeOf,
      openFile: this.files.open,
      close: async () => this.zip.close(),
    }
  }

  private async *readRecords(): AsyncIterable<ArchiveRecord> {
    const days = [...this.folders.values()].flatMap((folder) => folder.days)
    this.survey = await surveyDays(this.files, days, (bytes) => {
      this.read += bytes
    })
    for (const person of [...this.people.values()]) yield { type: 'person', person }
    for (const { channel } of this.folders.values()) {
      yield* this.introduceAll(channel.memberKeys)
      yield { type: 'channel', channel }
    }
    for (const folder of this.folders.values()) yield* this.readMessages(folder)
  }

  private *introduceAll(keys: readonly string[]): Iterable<ArchiveRecord> {
    for (const key of keys)
      yield* this.introduce(key, () =>
        asStranger(key, this.survey.names.get(key), key.startsWith('B') ? 'bot' : 'person'),
      )
  }

  /** Bots and people of other teams are in no list: they are made known before they speak. */
  private *introduce(key: string, make: () => ArchivedPerson): Iterable<ArchiveRecord> {
    if (key === '' || this.people.has(key)) return
    const person = make()
    this.people.set(key, person)
    yield { type: 'person', person }
  }

  private async *readMessages(folder: SlackFolder): AsyncIterable<ArchiveRecord> {
    const context = this.contextOf(folder)
    for (const days of this.survey.order(folder.days)) {
      const dayOf = new Map<SlackMessage, string>()
      for (const day of days) for (const said of await this.files.readList(day, SlackMessage)) dayOf.set(said, day)
      for (const { said, name } of nameApart([...dayOf.keys()])) {
        if (isNotice(said)) continue
        const message = this.readMessage(said, { ...context, name, day: dayOf.get(said) ?? '' })
        if (!message) continue
        const kind = said.user && !said.bot_id ? 'person' : 'bot'
        yield* this.introduce(message.authorKey, () => asStranger(message.authorKey, authorNameOf(said), kind))
        for (const { personKeys } of message.reactions) yield* this.introduceAll(personKeys)
        yield { type: 'message', message: this.asCalled(message, said) }
      }
      for (const day of days) this.read += this.files.sizeOf(day) ?? 0
    }
  }

  /** One program may speak under many names: the name of each message stands beside that of the program. */
  private asCalled(message: ArchivedMessage, { username, icons }: SlackMessage): ArchivedMessage {
    const author = this.people.get(message.authorKey)
    if (!username || author?.kind !== 'bot' || author.name === username.trim()) return message
    return { ...message, postedAs: { hookName: author.name, name: username.trim(), icon: icons?.emoji ?? null } }
  }

  /** What an app has put together so oddly that it cannot be read does not take the message's own words with it. */
  private readMessage(said: SlackMessage, context: SlackMessageContext & { readonly day: string }) {
    const place = `${context.day}: ${said.ts}`
    let message: ArchivedMessage | null
    try {
      message = readSlackMessage(said, context)
    } catch {
      this.files.report(place, 'unreadable_blocks', '')
      message = readSlackMessage({ ...said, blocks: null, attachments: null }, context)
    }
    if (!message) this.files.report(place, 'empty_message', said.subtype ?? said.type ?? '')
    return message
  }

  private contextOf({ channel, pinned, days }: SlackFolder): Omit<SlackMessageContext, 'name'> {
    const path = days[0]?.replace(/[^/]*$/, '') ?? ''
    return {
      channelKey: channel.key,
      pinned,
      names: {
        person: (id, given) => this.people.get(id)?.name ?? this.survey.names.get(id) ?? given ?? id,
        channel: (id, given) => this.folders.get(id)?.channel.name || given || id,
        group: (id, given) => given ?? this.survey.groups.get(id) ?? id,
        emoji: this.emoji,
      },
      tombstone: this.options.tombstone,
      findFile: (file) => this.findFile(file, path),
    }
  }

  /** Slack's own exports have addresses only; the tools that fetch the bytes put them in one of these places. */
  private findFile({ id, name }: SlackFile, folder: string): string | null {
    if (!id || !name) return null
    const places = [
      `__uploads/${id}/${name}`,
      `files/${id}/${name}`,
      `files/${id}-${name}`,
      `${folder}attachments/${id}-${name}`,
    ]
    return places.find(this.files.has) ?? null
  }
}
