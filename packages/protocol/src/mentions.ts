import type { UserGroupId, UserId } from './ids'

/** Somebody who can be named in a message. */
export interface Mentionable {
  readonly id: UserId
  readonly name: string
  readonly aliases: readonly string[]
}

/** People who are called together; those of them who are in the channel are meant. */
export interface MentionableGroup {
  readonly id: UserGroupId
  readonly handle: string
}

export interface Mentions {
  readonly userIds: readonly UserId[]
  readonly isForEveryone: boolean
}

export interface FoundMentions extends Mentions {
  readonly groupIds: readonly UserGroupId[]
  /** It calls whoever is there at this moment. */
  readonly isForPresent: boolean
}

export const NO_MENTIONS: FoundMentions = { userIds: [], groupIds: [], isForEveryone: false, isForPresent: false }

export interface MentionPattern {
  /** Matches `@name`, the at sign included; global. */
  readonly pattern: RegExp
  readonly idsByName: ReadonlyMap<string, readonly UserId[]>
  readonly groupsByHandle: ReadonlyMap<string, UserGroupId>
}

/** What stands after the at sign to call everybody in a channel. */
const EVERYONE = ['channel', 'everyone', 'all', '所有人', '全体成员']

/** What calls those in a channel who are there when it is said. */
const PRESENT = ['here', '在线成员']

const RESERVED = [...EVERYONE, ...PRESENT]

/** Whether a name already calls more than a person or a group. */
export const isReservedName = (name: string): boolean => RESERVED.includes(asKey(name))

/**
 * Finds `@name` (or `＠name`) for the names and aliases of these people, the handles of these groups and for what calls everybody,
 * longest first. A name that several people carry means all of them.
 */
export function mentionPattern(people: Iterable<Mentionable>, groups: Iterable<MentionableGroup> = []): MentionPattern {
  const idsByName = idsByNameOf(people)
  const groupsByHandle = new Map([...groups].map(({ id, handle }) => [asKey(handle), id]))
  const known = new Set([...idsByName.keys(), ...groupsByHandle.keys(), ...RESERVED])
  const names = [...known].sort((one, other) => other.length - one.length)
  const alternatives = names.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const pattern = new RegExp(`[@＠](${alternatives.join('|')})(?![\\p{Script=Latin}\\p{N}])`, 'giu')
  return { pattern, idsByName, groupsByHandle }
}

function idsByNameOf(people: Iterable<Mentionable>): ReadonlyMap<string, readonly UserId[]> {
  const idsByName = new Map<string, UserId[]>()
  for (const { id, name, aliases } of people) {
    for (const called of new Set([name, ...aliases].map(asKey))) {
      if (called !== '') idsByName.set(called, [...(idsByName.get(called) ?? []), id])
    }
  }
  return idsByName
}

const asKey = (name: string) => name.trim().toLowerCase()

/** Who is named in a text. What stands in code or in a quotation is no mention: whoever is quoted is not called again. */
export function findMentions(text: string, { pattern, idsByName, groupsByHandle }: MentionPattern): FoundMentions {
  if (!/[@＠]/.test(text)) return NO_MENTIONS
  const names = [...withoutQuotes(withoutCode(text)).matchAll(pattern)].map((match) => asKey(match[1] ?? ''))
  const ids = names.flatMap((name) => idsByName.get(name) ?? [])
  const groupIds = names.flatMap((name) => groupsByHandle.get(name) ?? [])
  return {
    userIds: [...new Set(ids)],
    groupIds: [...new Set(groupIds)],
    isForEveryone: names.some((name) => EVERYONE.includes(name)),
    isForPresent: names.some((name) => PRESENT.includes(name)),
  }
}

/** Fenced blocks and code spans (CommonMark 4.5, 6.1), as far as a quick look can tell. */
const withoutCode = (text: string) => text.replaceAll(/(`{3,}|~{3,})[\s\S]*?(?:\1|$)|`[^`\n]*`/g, ' ')

/** Lines of a block quote (CommonMark 5.1). */
const withoutQuotes = (text: string) => text.replaceAll(/^ {0,3}>.*$/gm, ' ')
