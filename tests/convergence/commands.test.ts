import { randomUUID } from 'node:crypto'
import {
  applyEvents,
  type ChannelView,
  type ClientState,
  createHttpClient,
  cursorsOf,
  stateFromSnapshot,
  unreadCount,
  uploadFile,
} from '@parley/client'
import { type CuratedAnswerId, commands, Event, type GraphEdgeId } from '@parley/protocol'
import {
  listenToEvents,
  startTestParley,
  TEST_PASSWORD,
  type TestParley,
  type TestPerson,
  until,
} from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { comparable } from './comparable'

/*
 * State before + events = state read afresh, for every command that changes what somebody sees. Two people watch: the
 * one who acts and one who is acted upon.
 */

let parley: TestParley
let wei: TestPerson
let mei: TestPerson
let channelId: string
/** Where the assistant reads along. */
let crossingId: string
/** What has been given, and what came of it: the table is checked for what it lacks. */
const given = new Set<string>()
const heard = new Set<string>()
const { fetch: fetchAsEver } = globalThis

beforeAll(async () => {
  globalThis.fetch = noteCommands
  parley = await startTestParley()
  wei = await parley.addPerson('王伟')
  mei = await parley.addPerson('李梅')
  channelId = (await parley.createChannel('shared', [wei])).id
  crossingId = (await parley.createChannel('crossing', [wei, mei], { withAssistant: true })).id
})
afterAll(async () => {
  globalThis.fetch = fetchAsEver
  await parley[Symbol.asyncDispose]()
})

async function noteCommands(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetchAsEver(input, init)
  const { pathname } = new URL(input instanceof Request ? input.url : input)
  if (response.ok && init?.method === 'POST') given.add(pathname.replace('/api/', ''))
  return response
}

const send = (person: TestPerson, text: string) =>
  person.http.command('messages.send', { channelId, text, clientMessageId: randomUUID() })

/** A message that answers another across what somebody else says, and is seen to do so. */
async function proposeReply() {
  const id = crossingId
  const say = async (person: TestPerson, text: string) =>
    (await person.http.command('messages.send', { channelId: id, text, clientMessageId: randomUUID() })).message
  const root = await say(wei, 'Who keeps the certificate of the payment gateway?')
  await say(mei, '中午有人一起吃面吗')
  const reply = await say(parley.owner, `@${wei.user.name} I keep the certificate of the payment gateway`)
  await until(async () => {
    const { messages } = await wei.http.query('messages.list', { channelId: id, limit: 10 })
    return messages.some((message) => message.id === reply.id && message.answers?.messageId === root.id)
  }, 'the proposal')
  return { root, reply }
}

/** The smallest picture there is. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

/** History of another messenger in which both take part, in a channel that is new and in one that was imported before. */
async function importHistory(): Promise<void> {
  const person = ({ user }: TestPerson, username: string) => {
    const teams = [{ name: 'core', channels: [{ name: 'history' }] }]
    return { type: 'user', user: { username, email: user.email, first_name: user.name, teams } }
  }
  const post = (user: string, message: string, replies: object[] = []) => ({
    type: 'post',
    post: { team: 'core', channel: 'history', user, message, create_at: 1_700_000_000_000, replies },
  })
  const lines = [
    { type: 'version', version: 1 },
    { type: 'channel', channel: { team: 'core', name: 'history', display_name: 'History', type: 'O' } },
    ...[person(parley.owner, 'owner'), person(wei, 'wei')],
    post('owner', 'long ago', [{ user: 'wei', message: '@owner yes', create_at: 1_700_000_001_000 }]),
  ]
  await importLines(lines)
  await importLines([...lines, post('wei', 'later, @channel')])
}

async function importLines(lines: readonly object[]): Promise<void> {
  const { archiveId } = await parley.owner.http.uploadArchive(
    new Blob([lines.map((line) => JSON.stringify(line)).join('\n')]),
  )
  await parley.owner.http.command('imports.start', { archiveId, source: 'mattermost' })
  await parley.server.transfersSettled()
}

const actions: Record<string, () => Promise<unknown>> = {
  'messages.send': () => send(parley.owner, 'hello'),
  'messages.send by the other': () => send(wei, '你好'),
  'messages.edit': async () => {
    const { message } = await send(wei, 'befor')
    await wei.http.command('messages.edit', { messageId: message.id, text: 'before' })
  },
  'messages.delete': async () => {
    const { message } = await send(wei, 'a mistake')
    await parley.owner.http.command('messages.delete', { messageId: message.id })
  },
  'messages.withdraw': async () => {
    const clientMessageId = randomUUID()
    await wei.http.command('messages.send', { channelId, text: 'too soon', clientMessageId })
    await wei.http.command('messages.withdraw', { channelId, clientMessageId })
  },
  'imports.start': importHistory,
  'messages.send with files, and they are deleted with it': async () => {
    const upload = (name: string) =>
      uploadFile({ name, bytes: new Blob([name]), clientFileId: randomUUID() }, { http: wei.http })
    const [kept, regretted, unsent] = await Promise.all(['kept', 'regretted', 'unsent'].map(upload))
    const sendFile = (file = kept) =>
      wei.http.command('messages.send', {
        ...{ channelId, text: '', clientMessageId: randomUUID() },
        fileIds: file ? [file.id] : [],
      })
    await sendFile()
    const { message } = await sendFile(regretted)
    await wei.http.command('messages.delete', { messageId: message.id })
    if (unsent) await wei.http.command('files.discard', { fileId: unsent.id })
  },
  'channels.create': () => wei.http.command('channels.create', { name: 'weis', kind: 'private' }),
  'channels.update': () =>
    parley.owner.http.command('channels.update', { channelId, topic: '发布', purpose: '发布前后的事' }),
  'channels.markRead': async () => {
    const { message } = await send(wei, 'unread')
    await parley.owner.http.command('channels.markRead', { channelId, messageNumber: message.messageNumber })
    await parley.owner.http.command('channels.markRead', { channelId, messageNumber: 1 })
  },
  'messages.send in a thread, with a mention': async () => {
    const { message: root } = await send(wei, 'who can help?')
    const reply = (person: TestPerson, text: string, isAlsoInChannel: boolean) =>
      person.http.command('messages.send', {
        ...{ channelId, text, isAlsoInChannel, threadId: root.id },
        clientMessageId: randomUUID(),
      })
    await reply(parley.owner, '@王伟 me', false)
    await reply(wei, 'thanks', true)
    await parley.owner.http.command('threads.follow', { threadId: root.id, isFollowing: false })
    await wei.http.command('threads.markRead', { threadId: root.id, replyNumber: 2 })
    await reply(parley.owner, 'and once more', false)
    await wei.http.command('threads.markRead', { threadId: root.id, replyNumber: 3 })
    await wei.http.command('threads.markUnread', { threadId: root.id, replyNumber: 3 })
  },
  'messages.send that calls everybody, and is deleted': async () => {
    const { message } = await send(wei, '@所有人 开会')
    await send(wei, '@channel and again')
    await send(wei, '@here, whoever is there')
    await wei.http.command('messages.delete', { messageId: message.id })
  },
  'messages.react': async () => {
    const { message } = await send(wei, 'done')
    await parley.owner.http.command('messages.react', { messageId: message.id, emoji: '👍' })
    await wei.http.command('messages.react', { messageId: message.id, emoji: '👍' })
    await parley.owner.http.command('messages.react', { messageId: message.id, emoji: '👍', isAdded: false })
  },
  'messages.label, and it is taken back': async () => {
    const { message } = await send(wei, 'book me a room')
    const label = { messageId: message.id, kind: 'intent' as const }
    await parley.owner.http.command('messages.label', { ...label, value: 'book_room' })
    await wei.http.command('messages.unlabel', label)
  },
  'messages.pin': async () => {
    const { message } = await send(wei, 'the address')
    await parley.owner.http.command('messages.pin', { messageId: message.id })
    await wei.http.command('messages.pin', { messageId: message.id, isPinned: false })
  },
  'messages.settleReply, and what it answers is deleted': async () => {
    const { root, reply } = await proposeReply()
    await parley.owner.http.command('messages.settleReply', { messageId: reply.id, state: 'confirmed' })
    await wei.http.command('messages.settleReply', { messageId: reply.id, state: 'dismissed' })
    await wei.http.command('messages.settleReply', { messageId: reply.id, state: 'proposed' })
    await wei.http.command('messages.delete', { messageId: root.id })
    await parley.owner.http.command('messages.delete', { messageId: reply.id })
  },
  'polls.create, votes in it, and polls.close': async () => {
    const poll = { channelId, question: '几点开会？', options: ['九点', '十点'] }
    const { message } = await wei.http.command('polls.create', { ...poll, clientMessageId: randomUUID() })
    await parley.owner.http.command('polls.vote', { messageId: message.id, options: [1] })
    await wei.http.command('polls.vote', { messageId: message.id, options: [0] })
    await wei.http.command('polls.close', { messageId: message.id })
  },
  'polls.create without names, and votes in it': async () => {
    const poll = { channelId, question: 'Where to?', options: ['sea', 'hills'], isAnonymous: true }
    const { message } = await wei.http.command('polls.create', { ...poll, clientMessageId: randomUUID() })
    await parley.owner.http.command('polls.vote', { messageId: message.id, options: [1] })
    await parley.owner.http.command('polls.vote', { messageId: message.id, options: [0] })
  },
  'messages.save': async () => {
    const { message } = await send(wei, 'for later')
    await parley.owner.http.command('messages.save', { messageId: message.id })
  },
  'messages.save, and the message is deleted after its keeper has left': async () => {
    const channel = await parley.createChannel('left-behind', [wei])
    const body = { channelId: channel.id, text: 'keep me', clientMessageId: randomUUID() }
    const { message } = await parley.owner.http.command('messages.send', body)
    await wei.http.command('messages.save', { messageId: message.id })
    await wei.http.command('channels.removeMember', { channelId: channel.id, userId: wei.user.id })
    await parley.owner.http.command('messages.delete', { messageId: message.id })
  },
  'channels.markUnread': async () => {
    const { message } = await send(wei, '@所有人 read me again')
    await send(parley.owner, 'I did')
    await parley.owner.http.command('channels.markUnread', { channelId, messageNumber: message.messageNumber })
  },
  'channels.setPreferences': () =>
    parley.owner.http.command('channels.setPreferences', { channelId, isMuted: true, notificationLevel: 'mentions' }),
  'channels.archive': async () => {
    const channel = await parley.createChannel('soon-closed', [wei])
    await parley.owner.http.command('channels.archive', { channelId: channel.id, isArchived: true })
  },
  'drafts.save': async () => {
    await wei.http.command('drafts.save', { channelId, text: 'half a sent' })
    await parley.owner.http.command('drafts.save', { channelId, text: 'gone soon' })
    await parley.owner.http.command('drafts.save', { channelId, text: '' })
  },
  'drafts.save with files, of which one is sent and one taken away': async () => {
    const attach = async (name: string) => {
      const upload = { name, bytes: new Blob([name]), clientFileId: randomUUID() }
      const { id } = await uploadFile(upload, { http: wei.http })
      await wei.http.command('drafts.save', { channelId, addedFileIds: [id] })
      return id
    }
    const [sent, dropped] = [await attach('sent.txt'), await attach('dropped.txt')]
    await attach('stays.txt')
    await wei.http.command('messages.send', { channelId, text: '', fileIds: [sent], clientMessageId: randomUUID() })
    await wei.http.command('drafts.save', { channelId, text: 'here', removedFileIds: [sent, dropped] })
  },
  'messages.withdraw in a direct channel, read before and after': async () => {
    const { channel } = await parley.owner.http.command('channels.openDirect', { userIds: [wei.user.id] })
    const say = async (text: string) => {
      const clientMessageId = randomUUID()
      await wei.http.command('messages.send', { channelId: channel.id, text, clientMessageId })
      return { channelId: channel.id, clientMessageId }
    }
    await say('first')
    const [second, third] = [await say('second'), await say('third')]
    await wei.http.command('messages.withdraw', third)
    await parley.owner.http.command('channels.markRead', { channelId: channel.id, messageNumber: 1 })
    await wei.http.command('messages.withdraw', second)
    expect(unreadCount((await readState(parley.owner)).channels.get(channel.id) as ChannelView)).toBe(0)
    await say('fourth')
    await parley.owner.http.command('channels.markUnread', { channelId: channel.id, messageNumber: 1 })
    expect(unreadCount((await readState(parley.owner)).channels.get(channel.id) as ChannelView)).toBe(2)
  },
  'messages.schedule, change it, send it, and cancel another': async () => {
    const later = (text: string) =>
      wei.http
        .command('messages.schedule', { channelId, text, sendAt: inDays(1) })
        .then(({ scheduled }) => scheduled.id)
    const [first, second] = [await later('明天见'), await later('not after all')]
    await later('stays')
    await wei.http.command('messages.updateScheduled', { scheduledMessageId: first, text: '后天见', sendAt: inDays(2) })
    await wei.http.command('messages.sendScheduled', { scheduledMessageId: first })
    await wei.http.command('messages.cancelScheduled', { scheduledMessageId: second })
  },
  'answers.save with a date, another date, and none': async () => {
    const body = { phrasings: ['Where is the first-aid box?'], texts: { zh: null, en: 'Beside the lift.' } }
    const save = (answerId: CuratedAnswerId | undefined, days: number) =>
      parley.owner.http.command('answers.save', { ...body, answerId, ownerId: wei.user.id, expiresAt: inDays(days) })
    const { answer } = await save(undefined, 5)
    await save(answer.id, 6)
    await wei.http.command('answers.confirm', { answerId: answer.id, expiresAt: null })
    await wei.http.command('answers.remove', { answerId: answer.id })
  },
  'graph.add, confirm, reject, reopen, and withdraw': async () => {
    const from = { name: 'Tide gauge', kind: 'system' as const }
    const body = { type: 'located_in' as const, from, to: { name: 'Harbour office', kind: 'place' as const } }
    const { edge } = await parley.owner.http.command('graph.add', body)
    const edgeId = edge.id as GraphEdgeId
    for (const name of ['graph.confirm', 'graph.reject', 'graph.reopen', 'graph.withdraw'] as const) {
      await parley.owner.http.command(name, { edgeId })
    }
    for (const isOn of [false, true]) {
      await parley.owner.http.command('graph.switchRule', { key: 'transitive-depends_on', isOn })
    }
  },
  'reminders.create for oneself and another, put off, ticked off': async () => {
    const remind = (userId: TestPerson['user']['id'], text: string) =>
      wei.http.command('reminders.create', { text, userId, dueAt: inDays(1), repeats: 'weekly' })
    const { reminder: own } = await remind(wei.user.id, 'plan the week')
    const { reminder: others } = await remind(parley.owner.user.id, '交报告')
    await wei.http.command('reminders.snooze', { reminderId: own.id, dueAt: inDays(2) })
    await parley.owner.http.command('reminders.finish', { reminderId: others.id })
  },
  'channels.setRules, and an answer that is suggested and taken back': async () => {
    const { http } = parley.owner
    const channel = await parley.createChannel('suggests', [wei], { withAssistant: true })
    await http.command('channels.setRules', { channelId: channel.id, suggestsAnswers: true })
    const answer = { phrasings: ['Where do bicycles stand?'], texts: { en: 'Behind the house.', zh: null } }
    await http.command('answers.save', answer)
    const asked = { channelId: channel.id, text: 'Where do bicycles stand?', clientMessageId: randomUUID() }
    const { message } = await wei.http.command('messages.send', asked)
    await parley.settle()
    const { rows } = parley.server.services.store
    await rows.updateTable('suggestions').set({ due_at: new Date() }).where('message_id', '=', message.id).execute()
    await parley.server.suggestAnswers()
    const { messages } = await wei.http.query('messages.list', { channelId: channel.id, threadId: message.id })
    const suggested = messages.find(({ card }) => card?.isSuggestion)
    if (!suggested) throw new Error('nothing was suggested')
    await wei.http.command('suggestions.dismiss', { messageId: suggested.id })
  },
  'channels.openDirect': () => parley.owner.http.command('channels.openDirect', { userIds: [wei.user.id] }),
  'channels.addMember and removeMember': async () => {
    const channel = await parley.createChannel('comes-and-goes', [wei])
    await parley.owner.http.command('channels.removeMember', { channelId: channel.id, userId: wei.user.id })
    await parley.owner.http.command('channels.addMember', { channelId: channel.id, userId: wei.user.id })
    await wei.http.command('channels.removeMember', { channelId: channel.id, userId: wei.user.id })
  },
  'channels.join': async () => {
    const channel = await parley.createChannel('open-to-all')
    await wei.http.command('channels.join', { channelId: channel.id })
  },
  'the assistant joins and leaves': async () => {
    const assistant = { channelId, userId: parley.assistant.id }
    await parley.owner.http.command('channels.addMember', assistant)
    await parley.owner.http.command('channels.removeMember', assistant)
  },
  'users.create': () =>
    parley.owner.http.command('users.create', { name: 'New', email: 'new@example.org', password: TEST_PASSWORD }),
  'users.updateProfile': () => wei.http.command('users.updateProfile', { name: '王小伟', timeZone: 'Asia/Shanghai' }),
  'users.setDoNotDisturb': () =>
    wei.http.command('users.setDoNotDisturb', {
      until: '2027-01-01T08:00:00.000Z',
      quietHours: [{ days: [1, 2, 3, 4, 5], from: '22:00', to: '07:30' }],
    }),
  'users.setStatus': () =>
    wei.http.command('users.setStatus', { emoji: '🏝️', text: '休假', expiresAt: '2099-01-01T00:00:00Z' }),
  'users.setAvatar, and another, which an administrator removes': async () => {
    const choose = async () => {
      const upload = { name: 'me.png', bytes: new Blob([PIXEL]), clientFileId: randomUUID() }
      const { id: fileId } = await uploadFile(upload, { http: wei.http })
      return wei.http.command('users.setAvatar', { fileId })
    }
    await choose()
    const { user } = await choose()
    await parley.owner.http.command('users.removeAvatar', { userId: user.id })
    await choose()
  },
  'users.setStatus that goes by itself': async () => {
    const expiresAt = new Date(Date.now() + 300).toISOString()
    const { user } = await wei.http.command('users.setStatus', { text: 'back in a moment', expiresAt })
    await until(async () => (await readState(wei)).users.get(user.id)?.status === null, 'the status has gone')
  },
  'users.rename': async () => {
    const { user } = await parley.addPerson('Misspelt')
    await parley.owner.http.command('users.rename', { userId: user.id, name: 'Spelt well' })
  },
  'users.setRole': async () => {
    const helper = await parley.addPerson('Helper')
    await parley.owner.http.command('users.setRole', { userId: helper.user.id, role: 'administrator' })
    await parley.owner.http.command('users.setRole', { userId: helper.user.id, role: 'guest' })
  },
  'users.suspend and liftSuspension, and bots that rest and are passed on': async () => {
    const { user, http } = await parley.addPerson('Hothead', { role: 'administrator' })
    const kept = await http.command('bots.create', { name: 'Kept' })
    const passed = await http.command('bots.create', { name: 'Passed on' })
    await parley.owner.http.command('users.suspend', { userId: user.id, hours: 1, reason: 'insults' })
    await parley.owner.http.command('bots.pass', { botId: passed.user.id, ownerId: wei.user.id })
    await parley.owner.http.command('users.liftSuspension', { userId: user.id })
    await parley.owner.http.command('bots.remove', { botId: kept.user.id })
  },
  'groups.save': async () => {
    const { group } = await parley.owner.http.command('groups.save', {
      handle: '设计组',
      name: '设计',
      memberIds: [wei.user.id],
    })
    await parley.owner.http.command('groups.save', { groupId: group.id, memberIds: [] })
    await send(parley.owner, '@设计组 你好')
  },
  'groups.archive': async () => {
    const { group } = await parley.owner.http.command('groups.save', { handle: 'gone-soon', name: 'Gone' })
    await parley.owner.http.command('groups.archive', { groupId: group.id, isArchived: true })
    const { group: other } = await parley.owner.http.command('groups.save', { handle: 'back-again', name: 'Back' })
    await parley.owner.http.command('groups.archive', { groupId: other.id, isArchived: true })
    await parley.owner.http.command('groups.archive', { groupId: other.id, isArchived: false })
  },
  'channels.setRules': () => parley.owner.http.command('channels.setRules', { channelId, callEverybody: 'moderators' }),
  'channels.setModerator': async () => {
    const about = { channelId, userId: wei.user.id }
    await parley.owner.http.command('channels.setModerator', { ...about, isModerator: true })
    await parley.owner.http.command('channels.setModerator', { ...about, isModerator: false })
    await parley.owner.http.command('channels.setModerator', { ...about, isModerator: true })
  },
  'moderation.decide': async () => {
    const { message } = await send(wei, 'something rude')
    const { reportId } = await (await parley.addPerson('Reporter')).http.command('moderation.report', {
      messageId: message.id,
      reason: 'harassment',
    })
    await parley.owner.http.command('moderation.decide', { reportId, isRemoved: true, isWarned: true, reason: 'tone' })
  },
  'moderation.undo': async () => {
    const { user } = await parley.addPerson('Rested')
    await parley.owner.http.command('users.suspend', { userId: user.id, hours: 24, reason: 'tone' })
    const { entries } = await parley.owner.http.query('audit.list', {})
    const suspension = entries.find(({ kind }) => kind === 'suspend')
    if (suspension) await parley.owner.http.command('moderation.undo', { entryId: suspension.id })
  },
  'users.reactivate': async () => {
    const { user } = await parley.addPerson('Returner')
    await parley.owner.http.command('users.deactivate', { userId: user.id })
    await parley.owner.http.command('users.reactivate', { userId: user.id })
  },
  'tasks.create in a channel': () => parley.owner.http.command('tasks.create', { title: 'Checklist', channelId }),
  'tasks.create for somebody': () =>
    parley.owner.http.command('tasks.create', { title: 'Pricing page', assigneeId: wei.user.id, due: '2026-12-01' }),
  'what a client asks for again because no answer came': async () => {
    const twice = (clientCommandId: string, give: (known: { clientCommandId: string }) => Promise<unknown>) =>
      Promise.all([give({ clientCommandId }), give({ clientCommandId })])
    const dueAt = inDays(1)
    await twice('a-task', (known) =>
      parley.owner.http.command('tasks.create', { title: 'Once', assigneeId: wei.user.id, ...known }),
    )
    await twice('a-reminder', (known) =>
      parley.owner.http.command('reminders.create', { text: 'once', userId: wei.user.id, dueAt, ...known }),
    )
    await twice('a-message', (known) =>
      wei.http.command('messages.schedule', { channelId, text: '一次', sendAt: dueAt, ...known }),
    )
  },
  'tasks.update: done': async () => {
    const { task } = await parley.owner.http.command('tasks.create', { title: 'Soon done', channelId })
    await wei.http.command('tasks.update', { taskId: task.id, status: 'done' })
  },
  'tasks.update: given away': async () => {
    const { task } = await parley.owner.http.command('tasks.create', { title: 'Moves on', assigneeId: wei.user.id })
    await parley.owner.http.command('tasks.update', { taskId: task.id, assigneeId: parley.owner.user.id })
  },
  'bots.create and bots.remove': async () => {
    const { user } = await parley.owner.http.command('bots.create', { name: 'Helper' })
    await parley.owner.http.command('channels.addMember', { channelId, userId: user.id })
    await parley.owner.http.command('bots.remove', { botId: user.id })
  },
  'incomingHooks.create, and what is posted through it': async () => {
    const { path } = await parley.owner.http.command('incomingHooks.create', { name: 'CI', channelId })
    await fetch(new URL(path, parley.url), { method: 'POST', body: '{"text":"<!here> built","username":"ci"}' })
  },
  'outgoingHooks.create': () =>
    parley.owner.http.command('outgoingHooks.create', { name: 'Out', channelId, url: 'https://example.org/in' }),
  'incomingHooks.remove and outgoingHooks.remove': async () => {
    const { owner } = parley
    const into = await owner.http.command('incomingHooks.create', { name: 'CI', channelId })
    const url = 'https://example.org/out'
    const out = await owner.http.command('outgoingHooks.create', { name: 'Out', channelId, url })
    await owner.http.command('incomingHooks.remove', { hookId: into.incomingHook.id })
    await owner.http.command('outgoingHooks.remove', { hookId: out.outgoingHook.id })
  },
  'slashCommands.invoke and its answer': async () => {
    const { user, token } = await parley.owner.http.command('bots.create', { name: 'Ponger' })
    const description = { en: 'ping', zh: 'ping' }
    await parley.owner.http.command('slashCommands.create', { name: 'ping', description, botId: user.id })
    const { invocationId } = await wei.http.command('slashCommands.invoke', { name: 'ping', channelId })
    const http = createHttpClient({ baseUrl: parley.url, token })
    await http.command('slashCommands.answer', { invocationId, text: 'pong' })
  },
  'users.deactivate': async () => {
    const leaver = await parley.addPerson('Leaver')
    await parley.owner.http.command('users.deactivate', { userId: leaver.user.id })
  },
}

describe('state before + events = state read afresh', () => {
  test.each(Object.entries(actions))('%s', async (_name, act) => {
    const before = await Promise.all([parley.owner, wei].map(readState))
    await act()
    for (const [index, person] of [parley.owner, wei].entries()) {
      const afresh = await readState(person)
      const viaEvents = await replay(person, before[index] as ClientState, afresh)
      expect(comparable(viaEvents)).toEqual(comparable(afresh))
    }
  })
})

/**
 * Nothing of what these change is part of the state that a client holds: no event speaks of it, and who looks at such a
 * page asks for it.
 */
const ASKED_FOR = [
  ...['answers', 'questions', 'graph', 'intents', 'labels', 'rules', 'evaluations', 'knowledge', 'sources'],
  ...['exports', 'transfers', 'tokens', 'push', 'files', 'suggestions', 'assistant'],
]
const OTHERS_ASKED_FOR = new Set([
  // Before there is anybody, and about a session alone.
  ...['setup.complete', 'auth.signIn', 'auth.signOut', 'users.setPassword'],
  // Of integrations that stay as they are for everybody else.
  ...['incomingHooks.rotateSecret', 'outgoingHooks.setEnabled', 'outgoingHooks.test', 'outgoingHooks.replay'],
  'slashCommands.remove',
  // Reads a text and keeps nothing.
  'understand',
])
/** Of a bot's inbox, and what guests get in the place of others' news (guests.test.ts). */
const HEARD_BY_OTHERS = new Set(['command-invoked', 'user-changed', 'group-changed'])
const isAskedFor = (name: string) => OTHERS_ASKED_FOR.has(name) || ASKED_FOR.includes(name.split('.')[0] ?? '')

describe('the table of commands', () => {
  test('lacks none that changes what somebody sees', () => {
    expect(Object.keys(commands).filter((name) => !given.has(name) && !isAskedFor(name))).toEqual([])
  })

  test('lacks no event', () => {
    const types = Event.options.map(({ shape }) => shape.type.value)
    expect(types.filter((type) => !heard.has(type) && !HEARD_BY_OTHERS.has(type))).toEqual([])
  })
})

async function readState(person: TestPerson): Promise<ClientState> {
  return stateFromSnapshot(await person.http.query('state', {}))
}

/** What a client that was away makes of the events since, up to where the fresh state stands. */
async function replay(person: TestPerson, before: ClientState, afresh: ClientState): Promise<ClientState> {
  using listener = await listenToEvents(parley.url, person.token, cursorsOf(before))
  let state = before
  let taken = 0
  await until(() => {
    const news = listener.events.slice(taken)
    for (const { type } of news) heard.add(type)
    const { state: next, gap } = applyEvents(state, news)
    if (gap) throw new Error(`gap in ${gap.streamId}: ${gap.expectedSeq} is missing`)
    taken = listener.events.length
    state = next
    return hasReached(state, afresh)
  }, 'the events have arrived')
  return state
}

function hasReached(state: ClientState, goal: ClientState): boolean {
  const [cursors, goals] = [cursorsOf(state), cursorsOf(goal)] as Record<string, number>[]
  return Object.entries(goals ?? {}).every(([streamId, seq]) => (cursors?.[streamId] ?? -1) >= seq)
}
