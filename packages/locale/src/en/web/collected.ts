import { type Counted, counted } from './counted'

/** Messages away from their conversations: pinned, saved, mentioning, and earlier forms. */
export const collected = {
  'web.collected.open': 'Go to message',
  'web.collected.openOf': 'Go to message of {name}',

  'web.pins.title': 'Pinned messages',
  'web.pins.empty': 'Nothing is pinned here.',
  'web.pins.emptyHint':
    'Pin what everybody in the channel should find again: choose “Pin to the channel” in the menu of a message.',

  'web.saved.title': 'Saved',
  'web.saved.count': ({ count }: Counted) => counted(count, 'saved message', 'saved messages'),
  'web.saved.empty': 'You have saved nothing yet.',
  'web.saved.emptyHint': 'Choose “Save” in the menu of a message, or press S on it. Only you see what you save.',
  'web.saved.done': 'Done',

  'web.mentions.title': 'Mentions',
  'web.mentions.hint': 'Messages that name you or call everybody',
  'web.mentions.empty': 'Nobody has mentioned you yet.',
  'web.mentions.emptyHint': 'When somebody writes @ and your name, or calls everybody with @channel, you find it here.',
  'web.mentions.older': 'Earlier mentions',

  'web.history.title': 'Earlier versions',
  'web.history.now': 'Now',
} as const
