import { z } from 'zod'
import { command, query } from '../endpoint'
import { Audience, Channel, ChannelState, NotificationLevel } from '../entities'
import { ChannelId, UserId } from '../ids'
import { lineText, nameText } from '../line-text'
import { wellFormedText } from '../well-formed-text'

const ofChannel = z.object({ channelId: ChannelId })
const ofMember = z.object({ channelId: ChannelId, userId: UserId })

export const createChannel = command('channels.create', {
  summary: 'Create a channel; its creator and the assistant join it',
  access: 'signed-in',
  body: z.object({
    name: nameText(80),
    kind: z.enum(['public', 'private']),
    topic: lineText(250).default(''),
    purpose: wellFormedText(250).default(''),
    withAssistant: z.boolean().default(true),
  }),
  answer: z.object({ channel: Channel, state: ChannelState }),
  errors: ['channel_name_taken', 'forbidden'],
})

export const openDirectChannel = command('channels.openDirect', {
  summary: 'The direct channel of these people and you, created when there is none',
  access: 'signed-in',
  body: z.object({ userIds: z.array(UserId).min(1).max(8) }),
  answer: z.object({ channel: Channel, state: ChannelState }),
  errors: ['not_found'],
})

export const updateChannel = command('channels.update', {
  summary: 'Rename a channel, or say what it is about just now and what it is for',
  access: 'signed-in',
  body: z.object({
    channelId: ChannelId,
    name: nameText(80).optional(),
    topic: lineText(250).optional(),
    purpose: wellFormedText(250).optional(),
  }),
  answer: z.object({ channel: Channel }),
  errors: ['not_found', 'not_a_member', 'forbidden', 'channel_name_taken'],
})

export const addMember = command('channels.addMember', {
  summary: 'Bring a person or the assistant into a channel; adding a member twice changes nothing',
  access: 'signed-in',
  body: ofMember,
  answer: z.object({}),
  errors: ['not_found', 'not_a_member', 'forbidden'],
})

export const removeMember = command('channels.removeMember', {
  summary: 'Take a person or the assistant out of a channel, or leave it yourself',
  access: 'signed-in',
  body: ofMember,
  answer: z.object({}),
  errors: ['not_found', 'not_a_member', 'forbidden'],
})

export const joinChannel = command('channels.join', {
  summary: 'Join a public channel',
  access: 'signed-in',
  body: ofChannel,
  answer: z.object({ state: ChannelState }),
  errors: ['not_found', 'forbidden'],
})

export const markRead = command('channels.markRead', {
  summary: 'Move your read position forward to a message',
  access: 'signed-in',
  body: z.object({ channelId: ChannelId, messageNumber: z.int().min(0) }),
  answer: z.object({ readNumber: z.int() }),
  errors: ['not_found', 'not_a_member'],
})

export const markUnread = command('channels.markUnread', {
  summary: 'Move your read position back, so that a message and all after it are unread',
  access: 'signed-in',
  body: z.object({ channelId: ChannelId, messageNumber: z.int().min(1) }),
  answer: z.object({ readNumber: z.int() }),
  errors: ['not_found', 'not_a_member'],
})

export const setChannelPreferences = command('channels.setPreferences', {
  summary: 'Mute or star a channel for yourself, and choose what you are told of',
  access: 'signed-in',
  body: z.object({
    channelId: ChannelId,
    notificationLevel: NotificationLevel.optional(),
    isMuted: z.boolean().optional(),
    isStarred: z.boolean().optional(),
  }),
  answer: z.object({}),
  errors: ['not_found', 'not_a_member'],
})

export const archiveChannel = command('channels.archive', {
  summary: 'Close a channel for writing, or open it again; it stays readable',
  access: 'signed-in',
  body: z.object({ channelId: ChannelId, isArchived: z.boolean() }),
  answer: z.object({ channel: Channel }),
  errors: ['not_found', 'not_a_member', 'forbidden'],
})

export const setChannelRules = command('channels.setRules', {
  summary:
    'Choose who may post, call everybody, pin and invite in a channel, and whether the assistant suggests answers there',
  access: 'signed-in',
  body: z.object({
    channelId: ChannelId,
    post: Audience.optional(),
    callEverybody: Audience.optional(),
    pin: Audience.optional(),
    invite: Audience.optional(),
    suggestsAnswers: z.boolean().optional(),
  }),
  answer: z.object({ channel: Channel }),
  errors: ['not_found', 'not_a_member', 'forbidden'],
})

export const setModerator = command('channels.setModerator', {
  summary: 'Ask a member to look after a channel, or no longer',
  access: 'signed-in',
  body: z.object({ channelId: ChannelId, userId: UserId, isModerator: z.boolean() }),
  answer: z.object({}),
  errors: ['not_found', 'not_a_member', 'forbidden'],
})

export const listChannels = query('channels.list', {
  summary: 'Channels you are in, and public ones you may join',
  access: 'signed-in',
  input: z.object({}),
  answer: z.object({ channels: z.array(Channel.extend({ isMember: z.boolean() })) }),
  errors: [],
})

export const listMembers = query('channels.members', {
  summary: 'Who is in a channel',
  access: 'signed-in',
  input: ofChannel,
  answer: z.object({ userIds: z.array(UserId), moderatorIds: z.array(UserId) }),
  errors: ['not_found', 'not_a_member'],
})
