import type { Actor } from '../../actor'
import { type EmojiByName, loadEmojiByName } from '../../emoji/emoji-by-name'
import { selectReadableChannels } from '../../policies/access'
import type { SlackNames } from '../../slack-format/slack-names'
import type { Database } from '../../store/database'

/** What `<@…>` and `<#…>` may stand for: Parley's own ids, or the names that a script knows people by. */
export async function readSlackNames(rows: Database, bot: Actor, json: string): Promise<SlackNames> {
  const people = await readPeople(rows, bot, idsIn(json, '@', 'user_id'))
  const channels = await readChannels(rows, bot, idsIn(json, '#', 'channel_id'))
  return {
    person: (id, given) => people.get(id.toLowerCase()) ?? given ?? id,
    channel: (id, given) => channels.get(id.toLowerCase()) ?? given ?? id,
    group: (id, given) => given ?? id,
    emoji: (name) => emojiByName()(name),
  }
}

let loaded: EmojiByName | undefined
/** Names of emoji are the same for all: read when the first message needs one. */
const emojiByName = (): EmojiByName => {
  loaded ??= loadEmojiByName()
  return loaded
}

const MOST_NAMES = 100

function idsIn(json: string, sign: '@' | '#', key: string): string[] {
  const written = json.matchAll(new RegExp(`<${sign}([^<>|"\\\\]{1,80})`, 'g'))
  const named = json.matchAll(new RegExp(`"${key}"\\s*:\\s*"([^"\\\\]{1,80})"`, 'g'))
  return [...new Set([...written, ...named].map((match) => (match[1] ?? '').toLowerCase()))].slice(0, MOST_NAMES)
}

async function readPeople(rows: Database, bot: Actor, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const found = await rows
    .selectFrom('users')
    .select(['id', 'name'])
    .where('workspace_id', '=', bot.workspaceId)
    .where((where) =>
      where.or([
        where(where.cast<string>('id', 'text'), 'in', [...ids]),
        where(where.fn<string>('lower', ['name']), 'in', [...ids]),
      ]),
    )
    .execute()
  return byIdAndName(found)
}

/** Those that the bot may read: the name of a private channel tells something. */
async function readChannels(rows: Database, bot: Actor, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const found = await selectReadableChannels(rows, bot)
    .select(['channels.id', 'channels.name'])
    .where((where) =>
      where.or([
        where(where.cast<string>('channels.id', 'text'), 'in', [...ids]),
        where(where.fn<string>('lower', ['channels.name']), 'in', [...ids]),
      ]),
    )
    .execute()
  return byIdAndName(found)
}

const byIdAndName = (found: readonly { readonly id: string; readonly name: string }[]) =>
  new Map(found.flatMap(({ id, name }) => [[id, name] as const, [name.toLowerCase(), name] as const]))
