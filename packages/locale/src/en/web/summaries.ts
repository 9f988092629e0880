import { type Counted, counted } from './counted'

/** What was said while one was away. */
export const summaries = {
  'web.summary.open': 'Summarize',
  'web.summary.ofChannel': 'Summary of {channel}',
  'web.summary.ofThread': 'Summary of the thread in {channel}',
  'web.summary.loading': 'Reading what was said',
  'web.summary.span.unread': ({ count }: Counted) => counted(count, 'unread message', 'unread messages'),
  'web.summary.span.last': ({ count }: Counted) => `last ${counted(count, 'message', 'messages')}`,
  'web.summary.span.since': ({ count }: Counted) => counted(count, 'message', 'messages'),
  'web.summary.from': 'from {time}',
  'web.summary.cut': 'earlier ones are left out',
  'web.summary.others': ({ count }: Counted) => counted(count, 'other', 'others'),
  'web.summary.points': 'What it was about',
  'web.summary.decisions': 'Decisions',
  'web.summary.promises': 'Who takes on what',
  'web.summary.openQuestions': 'Questions that may still be open',
  'web.summary.tasks': 'Tasks',
  'web.summary.nothing': 'Too little was said for a summary.',
  'web.summary.note': 'Sentences as they were said; each leads to its message. Only you can see this.',
  'web.summary.copy': 'Copy the summary',
  'web.summary.post': 'Post to the channel',
  'web.summary.postThread': 'Post to the thread',
  'web.commands.summarize.usage': '20 | since yesterday | 2h',
  'web.commands.summarize.help': 'Sum up what was said here, for you alone',
  'web.commands.summarize.noSpan':
    '“{words}” says neither how many messages (200 at most) nor since when, such as 20, today or 2h.',
} as const
