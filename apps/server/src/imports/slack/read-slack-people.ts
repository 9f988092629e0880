import type { ArchivedPerson } from '../archive'
import type { SlackUser } from './slack-export'

/** Slackbot has an id of its own in every team, and is in no list of people. */
export const SLACKBOT = 'USLACKBOT'

export function asPerson(user: SlackUser): ArchivedPerson {
  const { profile } = user
  const name = firstFilled(profile?.display_name, profile?.real_name, user.real_name, user.name, user.id)
  const others = [profile?.real_name, user.real_name, user.name].filter(isFilled).map((other) => other.trim())
  return {
    key: user.id,
    name,
    aliases: [...new Set(others)].filter((other) => other !== name),
    email: profile?.email?.trim().toLowerCase() || null,
    isActive: !user.deleted,
    kind: user.is_bot || user.id === SLACKBOT ? 'bot' : 'person',
    role: user.is_restricted || user.is_ultra_restricted ? 'guest' : 'member',
    timeZone: user.tz ?? null,
    language: user.locale ? (user.locale.startsWith('zh') ? 'zh' : 'en') : null,
  }
}

/** Somebody who speaks in the export and is not in its list: a bot, an app, a person of another team. */
export function asStranger(key: string, name: string | null | undefined, kind: ArchivedPerson['kind']): ArchivedPerson {
  if (key === SLACKBOT) return { ...asStranger('', 'Slackbot', 'bot'), key }
  const stranger = { key, name: name?.trim() || key, aliases: [], email: null, isActive: kind === 'bot' }
  return { ...stranger, kind, role: 'member', timeZone: null, language: null }
}

const isFilled = (text: string | null | undefined): text is string => Boolean(text?.trim())

const firstFilled = (...texts: (string | null | undefined)[]): string => texts.find(isFilled)?.trim() ?? ''
