import type { EmojiByName } from '../../emoji/emoji-by-name'
import type { ArchivedMessage, ArchivedPerson, ArchiveRecord } from '../archive'
import type { AppAttachment, MattermostLine, PostLine, Reply, User } from './mattermost-lines'
import { type MattermostNames, mattermostToMarkdown } from './mattermost-text'
import { PostNames } from './post-names'

interface Files {
  findFile(path: string): string | null
}

export interface PostContext extends Files {
  readonly emoji: EmojiByName
  /** What is shown of a channel, by its key. */
  readonly channelNames: ReadonlyMap<string, string>
  /** Of the post's channel. */
  readonly names: PostNames
  isBot(username: string): boolean
}

/** Whom and which channels a line makes known. */
export function readMattermostLine(line: Exclude<MattermostLine, PostLine>, files: Files): ArchiveRecord[] {
  switch (line.type) {
    case 'version':
      return []
    case 'channel':
      return [asChannel(line.channel)]
    case 'user':
      return [{ type: 'person', person: asPerson(line.user, files) }, ...membershipsOf(line.user)]
    case 'bot':
      return [{ type: 'person', person: asBot(line.bot) }]
    case 'direct_channel':
      return [asDirectChannel(membersOf(line.direct_channel))]
  }
}

/** Where a post stands, by the key of its channel. */
export const placeOf = (line: PostLine): string =>
  line.type === 'post' ? channelKey(line.post.team, line.post.channel) : directKey(line.direct_post.channel_members)

export const saidIn = (line: PostLine): Post => (line.type === 'post' ? line.post : line.direct_post)

/** A post and its replies, and the direct channel that nothing else may have made known. */
export function readPostLine(line: PostLine, context: PostContext): ArchiveRecord[] {
  const team = line.type === 'post' ? line.post.team : ''
  const texts = {
    emoji: context.emoji,
    channel: (handle: string) => context.channelNames.get(channelKey(team, handle)),
  }
  const messages = asMessages(placeOf(line), saidIn(line), { ...context, texts })
  return line.type === 'post' ? messages : [asDirectChannel(line.direct_post.channel_members), ...messages]
}

type Post = Reply & { readonly replies?: Reply[] | null | undefined }

interface MessageContext extends PostContext {
  readonly texts: MattermostNames
}

const channelKey = (team: string, channel: string): string => `${team}/${channel}`
const directKey = (members: readonly string[]): string => `@${[...new Set(members)].sort().join(',')}`

type Line<Type extends MattermostLine['type']> = Extract<MattermostLine, { type: Type }>

function asChannel({
  team,
  name,
  display_name,
  type,
  header,
  purpose,
  deleted_at,
}: Line<'channel'>['channel']): ArchiveRecord {
  const channel = {
    key: channelKey(team, name),
    kind: type === 'P' ? ('private' as const) : ('public' as const),
    name: display_name?.trim() || name,
    topic: header?.trim() ?? '',
    purpose: purpose?.trim() ?? '',
    memberKeys: [],
    isArchived: Boolean(deleted_at),
  }
  return { type: 'channel', channel }
}

const unnamed = { name: '', topic: '', purpose: '' }

function asDirectChannel(members: readonly string[]): ArchiveRecord {
  const memberKeys = [...new Set(members)]
  return {
    type: 'channel',
    channel: { key: directKey(members), kind: 'direct', ...unnamed, memberKeys, isArchived: false },
  }
}

const membersOf = ({ members, participants }: Line<'direct_channel'>['direct_channel']): string[] =>
  members?.length ? members : (participants ?? []).map(({ username }) => username)

function asPerson(user: User, { findFile }: Files): ArchivedPerson {
  const fullName = [user.first_name, user.last_name].map((part) => part?.trim()).filter(Boolean)
  const isHan = fullName.some((part) => /\p{Script=Han}/u.test(part ?? ''))
  // 王小明, not 小明 王.
  const ordered = isHan ? fullName.reverse().join('') : fullName.join(' ')
  const name = user.nickname?.trim() || ordered || user.username
  return {
    key: user.username,
    name,
    aliases: [...new Set([user.username, ordered])].filter((alias) => alias !== '' && alias !== name),
    email: user.email?.trim().toLowerCase() || null,
    isActive: !user.delete_at,
    kind: 'person',
    role: /\bsystem_guest\b/.test(user.roles ?? '') ? 'guest' : 'member',
    timeZone: null,
    language: user.locale ? (user.locale.startsWith('zh') ? 'zh' : 'en') : null,
    picturePath: user.profile_image ? findFile(user.profile_image) : null,
  }
}

function asBot({ username, display_name, delete_at }: Line<'bot'>['bot']): ArchivedPerson {
  const name = display_name?.trim() || username
  const aliases = name === username ? [] : [username]
  const facts = { email: null, timeZone: null, language: null, role: 'member' as const, kind: 'bot' as const }
  return { key: username, name, aliases, isActive: !delete_at, ...facts }
}

const membershipsOf = ({ username, teams }: User): ArchiveRecord[] =>
  (teams ?? []).flatMap((team) =>
    (team.channels ?? []).map(({ name }) => ({
      type: 'member' as const,
      channelKey: channelKey(team.name, name),
      personKey: username,
    })),
  )

/** Slack's and Mattermost's notices (`system_join_channel` and the like) are nobody's words. */
const isNotice = ({ type }: Reply): boolean => type?.startsWith('system_') ?? false

function asMessages(channel: string, post: Post, context: MessageContext): ArchiveRecord[] {
  const key = context.names.nameOf(post)
  const replies = (post.replies ?? []).filter((reply) => !isNotice(reply))
  const inOrder = replies.toSorted((one, other) => one.create_at - other.create_at)
  const names = new PostNames(key)
  const root = { ...asMessage({ channel, key, threadKey: null }, post, context), hasReplies: replies.length > 0 }
  const answers = inOrder.map((reply) =>
    asMessage({ channel, key: names.nameOf(reply), threadKey: key }, reply, context),
  )
  // People answer to notices, too: the first answer stands in for one.
  return [...(isNotice(post) ? [] : [root]), ...answers]
    .filter(({ text, files }) => text !== '' || files.length > 0)
    .map((message) => ({ type: 'message' as const, message }))
}

interface Place {
  readonly channel: string
  readonly key: string
  readonly threadKey: string | null
}

function asMessage({ channel, key, threadKey }: Place, said: Reply, context: MessageContext): ArchivedMessage {
  const text = [said.message?.trim() ?? '', ...(said.props?.attachments ?? []).map(quoted)]
    .filter(Boolean)
    .map((part) => mattermostToMarkdown(part, context.texts))
    .join('\n\n')
  return {
    key,
    channelKey: channel,
    ...speakerOf(said, context),
    sentAt: new Date(said.create_at),
    text: said.type === 'me' ? `*${text.replaceAll(/^\*|\*$/g, '')}*` : text,
    threadKey,
    isAlsoInChannel: false,
    hasReplies: false,
    editedAt: said.edit_at ? new Date(said.edit_at) : null,
    isPinned: said.is_pinned ?? false,
    reactions: reactionsOf(said, context),
    files: (said.attachments ?? []).map(({ path }) => ({
      name: path.split('/').at(-1) || 'file',
      path: context.findFile(path),
      url: null,
    })),
  }
}

/** No name of a person has a colon. */
const WEBHOOK = 'webhook:'

/** What a webhook said is not the words of whoever made it: Mattermost shows it under the name that the webhook took. */
function speakerOf({ user, props }: Reply, { isBot }: PostContext): Pick<ArchivedMessage, 'authorKey' | 'postedAs'> {
  const called = props?.override_username?.trim() || user
  if (props?.from_webhook !== 'true' || (isBot(user) && called === user)) return { authorKey: user }
  if (isBot(user)) return { authorKey: user, postedAs: { hookName: user, name: called, icon: null } }
  return { authorKey: `${WEBHOOK}${called}` }
}

/** Somebody whom no line makes known: an account that was erased, by its own name, or a webhook. */
export function strangerCalled(key: string): ArchivedPerson {
  const isWebhook = key.startsWith(WEBHOOK)
  return {
    key,
    name: isWebhook ? key.slice(WEBHOOK.length) : key,
    aliases: [],
    email: null,
    isActive: isWebhook,
    kind: isWebhook ? 'bot' : 'person',
    role: 'member',
    timeZone: null,
    language: null,
  }
}

/** Markdown already, and shown as a quotation. */
function quoted({ pretext, title, title_link: link, text, fallback, fields }: AppAttachment): string {
  const head = title && (link ? `**[${title}](${link})**` : `**${title}**`)
  const facts = (fields ?? []).map(({ title: name, value }) => `**${name ?? ''}** ${value ?? ''}`)
  const told = [head, text || (head ? '' : fallback), ...facts].filter(Boolean).join('\n')
  return [pretext, told.replaceAll(/^(?=.)/gm, '> ')].filter(Boolean).join('\n\n')
}

function reactionsOf({ reactions }: Reply, { emoji }: PostContext): ArchivedMessage['reactions'] {
  const people = new Map<string, string[]>()
  for (const { user, emoji_name } of reactions ?? []) {
    const shown = emoji(emoji_name) ?? `:${emoji_name}:`
    people.set(shown, [...(people.get(shown) ?? []), user])
  }
  return [...people].map(([shown, personKeys]) => ({ emoji: shown, personKeys }))
}
