import { MESSAGE_TEXT_LIMIT, type PostedAs } from '@parley/protocol'
import type { ImportedDraft } from '../store/import-messages'
import type { ArchivedFile, ArchivedMessage } from './archive'
import type { ImportedChannel } from './import-channels'
import type { FileImporter } from './import-files'
import type { ImportedPerson, PeopleImporter } from './import-people'
import type { ImportStage } from './import-stage'
import { storableLine, storableText } from './storable-text'

const NAME_LIMIT = 80

interface Placed {
  readonly message: ArchivedMessage
  readonly channel: ImportedChannel
  readonly author: ImportedPerson
  readonly clientMessageId: string
  readonly threadId: string | null
}

interface Drafted {
  readonly draft: ImportedDraft
  /** Files that stand in its text by name or address. */
  readonly named: readonly ArchivedFile[]
}

/** Makes of a message of the archive one that can be stored here; its files are stored with it. */
export class MessageDrafts {
  constructor(
    private readonly stage: ImportStage,
    private readonly importers: { readonly people: PeopleImporter; readonly files: FileImporter },
  ) {}

  async draft({ message, channel, author, clientMessageId, threadId }: Placed): Promise<Drafted> {
    const { services, actor } = this.stage
    const { stored, named } = await this.importers.files.store(message, author.id)
    const text = this.textOf(message, named)
    const draft = {
      workspaceId: actor.workspaceId,
      channelId: channel.id,
      authorId: author.id,
      clientMessageId,
      threadId,
      isAlsoInChannel: message.isAlsoInChannel,
      text,
      card: null,
      ...(message.postedAs && { postedAs: storableName(message.postedAs) }),
      mentions: await services.people.mentionsIn(text),
      files: stored,
      createdAt: message.sentAt,
      editedAt: message.editedAt,
      isPinned: message.isPinned,
      reactions: await Promise.all(message.reactions.map((reaction) => this.reactionOf(reaction))),
    }
    return { draft, named }
  }

  /** What is kept of it; a preview says of too long ones, too, that they would be cut. */
  textOf({ key, text }: ArchivedMessage, named: readonly ArchivedFile[]): string {
    const parts = [text, ...named.map(asLink)].filter((part) => part !== '')
    const whole = storableText(parts.join('\n'), Number.POSITIVE_INFINITY)
    const kept = storableText(whole, MESSAGE_TEXT_LIMIT)
    if (kept.length < whole.length)
      this.stage.tally.note({ place: key, problem: 'text_too_long', detail: String(whole.length) })
    return kept
  }

  private async reactionOf({ emoji, personKeys }: ArchivedMessage['reactions'][number]) {
    const people = await Promise.all(personKeys.map((key) => this.importers.people.find(key)))
    return { emoji: storableEmoji(emoji), userIds: people.flatMap((person) => (person ? [person.id] : [])) }
  }
}

/** A team's own emoji keeps its colons, however long its name. */
const storableEmoji = (emoji: string): string => (emoji.length <= 64 ? emoji : `:${emoji.slice(1, 63)}:`)

const storableName = ({ hookName, name, icon }: PostedAs): PostedAs => ({
  hookName: storableLine(hookName, NAME_LIMIT),
  name: storableLine(name ?? '', NAME_LIMIT) || null,
  icon: storableLine(icon ?? '', NAME_LIMIT) || null,
})

const asLink = ({ name, url }: ArchivedFile): string =>
  url && /^https?:/.test(url) ? `[${name}](${url})` : `\`${name}\``
