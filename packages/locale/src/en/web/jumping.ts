/** Going somewhere in a conversation: to a day, to the first unread message, to the beginning. */
export const jumping = {
  'web.jump.title': 'Go to a date',
  'web.jump.open': 'Go to a date',
  'web.jump.day': 'Date',
  'web.jump.submit': 'Go',
  'web.jump.firstUnread': 'First unread message',
  'web.jump.yesterday': 'Yesterday',
  'web.jump.weekAgo': 'A week ago',
  'web.jump.monthAgo': 'A month ago',
  'web.jump.beginning': 'Beginning of the conversation',
  'web.jump.nothing': 'Nothing has been said here yet.',
  'web.jump.fromDay': '{day}. Go to another date',
  'web.keys.jump': 'Go to a date in the conversation',
} as const
