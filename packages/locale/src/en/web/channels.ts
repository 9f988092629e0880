import { type Counted, counted } from './counted'

/** Channels and their dialogs. */
export const channels = {
  'web.channel.unread': ({ count }: Counted) => counted(count, 'unread', 'unread'),
  'web.channel.unreadMark': 'Unread',
  'web.channel.public': 'Public channel',
  'web.channel.private': 'Private channel',
  'web.channel.direct': 'Direct message',
  'web.channel.members': ({ count }: Counted) => counted(count, 'member', 'members'),
  'web.channel.membersLabel': 'Members',
  'web.channel.leave': 'Leave the channel',
  'web.channel.left': 'You left {channel}.',
  'web.channel.details': 'Channel details',
  'web.channel.addPeople': 'Add people',
  'web.channel.addAssistant': 'Add the assistant',
  'web.channel.removeAssistant': 'Remove the assistant',
  'web.channel.assistantHere':
    'The assistant is in this channel. It answers questions and creates tasks when somebody mentions it (@Parley).',
  'web.channel.assistantAway': 'The assistant is not in this channel.',
  'web.channel.noTopic': 'No topic yet',
  'web.channel.archived': 'This channel is archived. It can be read, not written to.',

  'web.createChannel.title': 'New channel',
  'web.createChannel.name': 'Name',
  'web.createChannel.nameExample': 'release',
  'web.createChannel.topic': 'Topic (optional)',
  'web.createChannel.kind': 'Who can join',
  'web.createChannel.public': 'Anyone',
  'web.createChannel.private': 'Only people who are added',
  'web.createChannel.withAssistant': 'With the assistant',
  'web.createChannel.withAssistantHint':
    'It reads the channel. When somebody mentions it (@Parley), it answers questions and creates tasks. You can remove it at any time.',
  'web.createChannel.submit': 'Create channel',

  'web.direct.title': 'New direct message',
  'web.direct.search': 'Find people',
  'web.direct.none': 'Nobody by that name.',
  'web.direct.submit': 'Open',
  'web.direct.limit': 'Up to 8 people.',

  'web.browse.title': 'Browse channels',
  'web.browse.empty': 'There are no other channels to join.',
  'web.browse.emptyHint': 'Create one when you need a place for a new topic.',
  'web.browse.join': 'Join',
} as const
