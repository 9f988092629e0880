import { type Counted, counted } from './counted'

/** Asking people to choose. */
export const polls = {
  'web.poll.new': 'New poll',
  'web.poll.question': 'Question',
  'web.poll.option': 'Option {number}',
  'web.poll.addOption': 'Add an option',
  'web.poll.removeOption': 'Remove option {number}',
  'web.poll.multiple': 'Several answers',
  'web.poll.multipleHint': 'Everybody may choose more than one option.',
  'web.poll.anonymous': 'Anonymous',
  'web.poll.anonymousHint': 'Nobody sees who chose what. This cannot be changed later.',
  'web.poll.closes': 'Closes on (optional)',
  'web.poll.create': 'Post poll',
  'web.poll.one': 'Choose one',
  'web.poll.several': 'Choose one or more',
  'web.poll.named': 'votes are shown',
  'web.poll.secret': 'anonymous',
  'web.poll.votes': ({ count }: Counted) => counted(count, 'vote', 'votes'),
  'web.poll.closed': 'Closed',
  'web.poll.until': 'until {time}',
  'web.poll.close': 'Close poll',
  'web.poll.by': ({ count, names }: Counted & { readonly names: string }) =>
    `${counted(count, 'vote', 'votes')}: ${names}`,
  'web.poll.more': '{count} more',
} as const
