import { app } from './web/app'
import { assistant } from './web/assistant'
import { audit } from './web/audit'
import { avatars } from './web/avatars'
import { channels } from './web/channels'
import { collected } from './web/collected'
import { commands } from './web/commands'
import { conversation } from './web/conversation'
import { entrance } from './web/entrance'
import { files } from './web/files'
import { formatting } from './web/formatting'
import { integrations } from './web/integrations'
import { jumping } from './web/jumping'
import { knowledge } from './web/knowledge'
import { later } from './web/later'
import { moderation } from './web/moderation'
import { moving } from './web/moving'
import { notifications } from './web/notifications'
import { offline } from './web/offline'
import { people } from './web/people'
import { polls } from './web/polls'
import { profiles } from './web/profiles'
import { reactions } from './web/reactions'
import { search } from './web/search'
import { sharing } from './web/sharing'
import { shell } from './web/shell'
import { summaries } from './web/summaries'
import { tasks } from './web/tasks'
import { threads } from './web/threads'
import { timeEntry } from './web/time-entry'
import { unreads } from './web/unreads'

/** What the web client shows, a file for each of its parts. */
export const web = {
  ...app,
  ...entrance,
  ...shell,
  ...channels,
  ...commands,
  ...conversation,
  ...jumping,
  ...reactions,
  ...collected,
  ...assistant,
  ...timeEntry,
  ...tasks,
  ...threads,
  ...integrations,
  ...files,
  ...knowledge,
  ...later,
  ...moving,
  ...offline,
  ...people,
  ...notifications,
  ...profiles,
  ...moderation,
  ...audit,
  ...search,
  ...summaries,
  ...sharing,
  ...unreads,
  ...polls,
  ...avatars,
  ...formatting,
} as const
