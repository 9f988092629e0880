import type {
  Channel,
  ChannelId,
  Collection,
  FileInfo,
  Message,
  MessageId,
  Reminder,
  ScheduledMessage,
  UserGroupId,
  UserId,
} from '@parley/protocol'
import { createContext, useContext } from 'react'
import type { Reminded } from '../features/commands/remind'
import type { Letter } from '../features/later/letter'
import type { SummarySpan } from '../features/summaries/summary-span'

/** Pictures to look at, and which of them first. */
export interface PicturesOverlay {
  readonly kind: 'pictures'
  readonly files: readonly FileInfo[]
  readonly index: number
}

export interface NewPollOverlay {
  readonly kind: 'new-poll'
  readonly channelId: ChannelId
  readonly threadId: MessageId | null
  /** What is said already. */
  readonly question?: string
  readonly options?: readonly string[]
}

export interface SummaryOverlay {
  readonly kind: 'summary'
  readonly channelId: ChannelId
  readonly threadId: MessageId | null
  readonly span: SummarySpan
}

export interface NewReminderOverlay {
  readonly kind: 'new-reminder'
  /** What it is about, as far as that is said. */
  readonly words: string
  readonly at: string | null
  readonly reminded: Reminded
}

interface NewTaskOverlay {
  readonly kind: 'new-task'
  readonly title: string
  readonly channelId: ChannelId | null
  /** Left out: oneself. */
  readonly assigneeId?: UserId
  readonly due?: string | null
}

/** What lies over the page, one at a time. */
export type Overlay =
  | { readonly kind: 'status' | 'profile' }
  | { readonly kind: 'avatar'; readonly userId: UserId }
  | { readonly kind: 'group'; readonly groupId: UserGroupId | null }
  | { readonly kind: 'report'; readonly message: Message }
  | {
      readonly kind: 'palette' | 'keys' | 'commands' | 'create-channel' | 'browse' | 'add-document' | 'add-person'
    }
  | { readonly kind: 'collection'; readonly collection: Collection | null }
  | NewTaskOverlay
  /** With those of the conversation that it goes out from. */
  | { readonly kind: 'new-direct'; readonly withUserIds?: readonly UserId[] }
  | PicturesOverlay
  | NewPollOverlay
  | NewReminderOverlay
  | SummaryOverlay
  | { readonly kind: 'snooze'; readonly reminder: Reminder }
  | { readonly kind: 'edit-scheduled'; readonly scheduled: ScheduledMessage }
  | { readonly kind: 'send-later'; readonly letter: Letter; readonly onScheduled: () => void }
  | { readonly kind: 'history' | 'forward' | 'remind'; readonly message: Message }
  | { readonly kind: 'leave'; readonly channel: Channel }
  | { readonly kind: 'add-members' | 'jump' | 'edit-channel'; readonly channelId: ChannelId }

export interface OverlayControl {
  readonly overlay: Overlay | null
  open(overlay: Overlay): void
  close(): void
}

export const OverlayContext = createContext<OverlayControl | null>(null)

export function useOverlay(): OverlayControl {
  const control = useContext(OverlayContext)
  if (!control) throw new Error('useOverlay needs OverlayContext')
  return control
}
