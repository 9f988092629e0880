import { type Counted, counted } from './counted'

/** Threads beside a conversation, and the list of those that one follows. */
export const threads = {
  'web.thread.title': 'Thread',
  'web.thread.close': 'Close the thread',
  'web.thread.label': 'Messages in the thread',
  'web.thread.reply': 'Reply in the thread',
  'web.thread.placeholder': 'Reply',
  'web.thread.replies': ({ count }: Counted) => counted(count, 'reply', 'replies'),
  'web.thread.newReplies': ({ count }: Counted) => counted(count, 'new reply', 'new replies'),
  'web.thread.last': 'last {time}',
  'web.thread.alsoInChannel': 'Also send to {channel}',
  'web.thread.alsoDirect': 'Also send to the conversation',
  'web.thread.repliedIn': 'Replied in a thread',
  'web.thread.inChannelToo': 'Also in the channel',
  'web.thread.follow': 'Tell me of replies',
  'web.thread.followed': 'You will be told of replies to this thread.',
  'web.thread.unfollowed': 'You will not be told of replies to this thread.',

  'web.threads.title': 'Threads',
  'web.threads.unread': ({ count }: Counted) => counted(count, 'thread with new replies', 'threads with new replies'),
  'web.threads.allRead': 'Nothing new',
  'web.threads.earlier': ({ count }: Counted) => counted(count, 'earlier reply', 'earlier replies'),
  'web.threads.more': 'Show more threads',
  'web.threads.empty': 'No threads yet',
  'web.threads.emptyHint':
    'Threads that you begin, write in or are named in gather here. Point at a message and reply to it to begin one.',
} as const
