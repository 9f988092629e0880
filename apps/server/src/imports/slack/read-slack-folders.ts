import type { ArchivedChannel } from '../archive'
import { SlackChannel } from './slack-export'
import type { SlackFiles } from './slack-files'

/** A channel of the export, and the files of its days. */
export interface SlackFolder {
  readonly channel: ArchivedChannel
  readonly pinned: ReadonlySet<string>
  readonly days: readonly string[]
}

const LISTS = [
  { file: 'channels.json', kind: 'public' },
  { file: 'groups.json', kind: 'private' },
  { file: 'mpims.json', kind: 'direct' },
  { file: 'dms.json', kind: 'direct' },
] as const

/** All channels by their id. A folder that no list speaks of is reported: nobody knows who may read it. */
export async function readSlackFolders(files: SlackFiles): Promise<Map<string, SlackFolder>> {
  const days = daysByFolder(files)
  const folders = new Map<string, SlackFolder>()
  for (const { file, kind } of LISTS) {
    for (const channel of await files.readList(file, SlackChannel)) {
      if (!folders.has(channel.id)) folders.set(channel.id, asFolder(channel, kind, days))
    }
  }
  for (const [folder, unclaimed] of days)
    files.report(`${folder}/`, 'unknown_channel', unclaimed.map((day) => day.slice(folder.length + 1)).join(' '))
  return folders
}

/** What a channel says of itself goes before the list that it stands in: nothing private may become public. */
function kindOf(channel: SlackChannel, listed: ArchivedChannel['kind']): ArchivedChannel['kind'] {
  if (channel.is_im || channel.is_mpim) return 'direct'
  return listed === 'public' && (channel.is_private || channel.is_group) ? 'private' : listed
}

function asFolder(channel: SlackChannel, listed: ArchivedChannel['kind'], days: Map<string, string[]>): SlackFolder {
  const kind = kindOf(channel, listed)
  // A direct channel's folder is called by its id, all others by their name.
  const name = [channel.name ?? '', channel.id].find((called) => days.has(called)) ?? ''
  const own = days.get(name) ?? []
  days.delete(name)
  return {
    channel: {
      key: channel.id,
      kind,
      name: kind === 'direct' ? '' : (channel.name ?? channel.id),
      topic: channel.topic?.value ?? '',
      purpose: channel.purpose?.value ?? '',
      memberKeys: channel.members ?? (channel.user ? [channel.user] : []),
      isArchived: channel.is_archived ?? false,
    },
    pinned: new Set((channel.pins ?? []).flatMap(({ id }) => (id ? [id] : []))),
    days: own.sort(),
  }
}

const DAY = /^([^/]+)\/\d{4}-\d\d-\d\d\.json$/
/** JSON that holds no day of a channel: what apps did, and the lists that are read. */
const OTHERS = new Set([...LISTS.map(({ file }) => file), 'users.json', 'org_users.json', 'integration_logs.json'])
/** Attached files, wherever a tool has put them, are found by their messages. */
const ATTACHED = /^(__uploads|__MACOSX|files)\/|\/attachments\//

/** A day comes first: a channel may be called as tools call the folder of attached files. */
function daysByFolder(files: SlackFiles): Map<string, string[]> {
  const folders = new Map<string, string[]>()
  for (const path of files.paths()) {
    const folder = DAY.exec(path)?.[1]
    if (folder !== undefined) folders.set(folder, [...(folders.get(folder) ?? []), path])
    else if (path.endsWith('.json') && !OTHERS.has(path) && !ATTACHED.test(path)) files.report(path, 'unknown_file', '')
  }
  return folders
}
