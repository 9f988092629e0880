import type { Event, UserId } from '@parley/protocol'

/** Whether an event is what Bolt, or Parley, calls so, for the bot that hears it. */
export function isNamed(event: Event, name: string, botId: string): boolean {
  switch (name) {
    case 'message':
      return event.type === 'message-created'
    case 'app_mention':
      return event.type === 'message-created' && event.message.mentions.includes(botId as UserId)
    case 'reaction_added':
      return event.type === 'message-reacted' && event.isAdded
    case 'reaction_removed':
      return event.type === 'message-reacted' && !event.isAdded
    case 'pin_added':
      return event.type === 'message-pinned' && event.pinnedAt !== null
    case 'member_joined_channel':
      return event.type === 'member-added'
    case 'member_left_channel':
      return event.type === 'member-removed'
    default:
      return event.type === name
  }
}
