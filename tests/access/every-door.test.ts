import { randomUUID } from 'node:crypto'
import { uploadFile } from '@parley/client'
import { type CommandName, commands, type Message, type QueryName, queries } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson } from '@parley/testkit'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'

/*
 * Every door that there is, whoever added it, for a token that is over: that list is made of the protocol. An endpoint that
 * names a channel, message, thread or file and is not tried here fails the test that counts them. What answers without naming
 * one (`readable`) and what names something else, a graph's entity say, nothing counts: whoever adds such an endpoint adds it
 * here by hand. `ended-access.test.ts` tells the same as a story.
 */

const SECRET = 'the lighthouse keeper resigns'
const TOWER = 'quiet tower'

let parley: TestParley
beforeAll(async () => {
  parley = await startTestParley()
})
afterAll(() => parley[Symbol.asyncDispose]())

interface Request {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly body?: object
}

async function ask({ method, path, body }: Request, token: string): Promise<Response> {
  const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) }
  return fetch(`${parley.url}/api/${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) })
}

const query = (name: QueryName, parameters: Record<string, string | number> = {}): Request => ({
  method: 'GET',
  path: `${name}?${new URLSearchParams(Object.entries(parameters).map(([key, value]) => [key, String(value)]))}`,
})
const command = (name: CommandName, body: object): Request => ({ method: 'POST', path: name, body })

const NOBODY = randomUUID()
/** What is no command and no query. */
const ways: readonly Request[] = [
  { method: 'GET', path: `files/${NOBODY}` },
  { method: 'GET', path: `files/${NOBODY}/thumbnail` },
  { method: 'PUT', path: `files/${NOBODY}?offset=0` },
  { method: 'GET', path: `avatars/${NOBODY}/${NOBODY}/small` },
  { method: 'GET', path: `exports.download?transferId=${NOBODY}` },
  { method: 'POST', path: 'imports.upload' },
]

/** Without the one that ends the token. */
const allDoors = (): readonly Request[] => [
  ...Object.values(commands).flatMap(({ name, access }) =>
    access === 'public' || name === 'auth.signOut' ? [] : command(name, {}),
  ),
  ...Object.values(queries).flatMap(({ name, access }) => (access === 'public' ? [] : query(name))),
  ...ways,
]

/** Those that know this token, as whatever they then say. */
async function doorsThatKnow(token: string): Promise<readonly string[]> {
  const known: string[] = []
  for (const request of allDoors()) {
    const answer = await ask(request, token)
    await answer.arrayBuffer()
    if (answer.status !== 401) known.push(request.path)
  }
  return known
}

const programToken = async ({ http }: TestPerson) =>
  http.command('tokens.create', { name: 'program', scopes: ['messages:read'], expiresInDays: 1 })

describe('a token that is over opens no door of the API at all', () => {
  const over: Readonly<Record<string, (person: TestPerson) => Promise<string>>> = {
    'of somebody who signed out': async ({ http, token }) => {
      await http.command('auth.signOut', {})
      return token
    },
    'of a closed account': async ({ user, token }) => {
      await parley.owner.http.command('users.deactivate', { userId: user.id })
      return token
    },
    'of somebody who is suspended': async ({ user, token }) => {
      await parley.owner.http.command('users.suspend', { userId: user.id, hours: 1, reason: 'noise' })
      return token
    },
    'that was revoked': async (person) => {
      const { token, accessToken } = await programToken(person)
      await person.http.command('tokens.revoke', { tokenId: accessToken.id })
      return token
    },
    'that expired': async (person) => {
      const { token, accessToken } = await programToken(person)
      const tokens = parley.server.services.store.rows.updateTable('access_tokens')
      await tokens.set({ expires_at: new Date() }).where('id', '=', accessToken.id).execute()
      return token
    },
  }

  test.each(Object.entries(over))('%s', async (_, end) => {
    expect(await doorsThatKnow(await end(await parley.addPerson('王伟')))).toEqual([])
  })

  test('where one that holds is known at each', async () => {
    const known = await doorsThatKnow((await parley.addPerson('李娜')).token)
    expect(known).toEqual(allDoors().map(({ path }) => path))
  })
})

/** A private channel with one of everything in it, of which these people are members. */
async function furnish(people: readonly TestPerson[]) {
  const { owner } = parley
  const { id: channelId } = await parley.createChannel(`${TOWER} ${randomUUID()}`, people, {
    kind: 'private',
    withAssistant: true,
  })
  const pixels = sharp({ create: { width: 900, height: 600, channels: 3, background: '#48c' } })
  const upload = { name: `${SECRET}.png`, bytes: new Blob([await pixels.png().toBuffer()]), clientFileId: randomUUID() }
  const file = await uploadFile(upload, { http: owner.http })
  const names = people.map(({ user }) => `@${user.name}`).join(' ')
  const say = async (text: string, more: object = {}) => {
    const sent = { channelId, text, clientMessageId: randomUUID(), ...more }
    return (await owner.http.command('messages.send', sent)).message
  }
  const message = await say(`${names} ${SECRET}`, { fileIds: [file.id] })
  await owner.http.command('messages.edit', { messageId: message.id, text: `${names} ${SECRET} today` })
  await say(`${SECRET}, says the thread`, { threadId: message.id })
  await say(`The ${TOWER} module depends on the lamp database.`)
  await say(`The ${TOWER} module is part of the keel module. The keel module is part of the ${TOWER} module.`)
  await parley.server.graphRead()
  await linkReply(message, owner)
  const poll = { channelId, clientMessageId: randomUUID(), question: SECRET, options: ['yes', 'no'] }
  const { message: asked } = await owner.http.command('polls.create', poll)
  return { channelId, message, file, asked }
}
type Place = Awaited<ReturnType<typeof furnish>>

/** As if the message had been found to answer an earlier one. */
async function linkReply({ id }: Message, { user }: TestPerson): Promise<void> {
  const link = { messageId: id, authorId: user.id, state: 'proposed', confidence: 0.9, reasons: [], decidedBy: null }
  const messages = parley.server.services.store.rows.updateTable('messages')
  await messages
    .set({ reply_link: JSON.stringify(link) })
    .where('id', '=', id)
    .execute()
}

/** Every request that names the channel or something in it, `own` a message of who asks; none closes another. */
function doorsOf({ channelId, message, file, asked }: Place, own: string): readonly Request[] {
  const messageId = message.id
  const threadId = message.id
  const later = new Date(Date.now() + 3_600_000).toISOString()
  return [
    query('messages.list', { channelId }),
    query('messages.list', { channelId, threadId }),
    query('messages.locate', { channelId, messageNumber: 1 }),
    query('messages.pinned', { channelId }),
    command('assistant.lookInto', { messageId }),
    query('messages.history', { messageId }),
    query('messages.understanding', { messageId }),
    query('messages.explain', { messageId }),
    query('messages.attention', { messageId, layer: 1 }),
    query('messages.search', { query: 'lighthouse', channelId }),
    query('messages.summarize', { channelId, last: 10 }),
    query('channels.members', { channelId }),
    query('polls.own', { messageId: asked.id }),
    query('threads.get', { threadId }),
    query('files.get', { fileId: file.id }),
    query('files.list', { channelId }),
    { method: 'GET', path: `files/${file.id}` },
    { method: 'GET', path: `files/${file.id}/thumbnail` },
    command('messages.send', { channelId, text: 'hello', clientMessageId: randomUUID() }),
    command('messages.react', { messageId, emoji: '👍' }),
    command('messages.pin', { messageId }),
    command('messages.settleReply', { messageId, state: 'confirmed' }),
    command('messages.save', { messageId }),
    command('messages.label', { messageId, kind: 'urgency', value: 'high' }),
    command('messages.unlabel', { messageId, kind: 'urgency' }),
    command('messages.schedule', { channelId, text: 'later', sendAt: later }),
    command('moderation.report', { messageId, reason: 'spam' }),
    command('polls.create', { ...{ channelId, clientMessageId: randomUUID(), question: '?' }, options: ['a', 'b'] }),
    command('polls.vote', { messageId: asked.id, options: [0] }),
    command('reminders.create', { text: 'look', dueAt: later, messageId }),
    command('reminders.create', { text: 'look', dueAt: later, channelId }),
    command('threads.follow', { threadId, isFollowing: true }),
    command('threads.markRead', { threadId, replyNumber: 1 }),
    command('threads.markUnread', { threadId, replyNumber: 1 }),
    command('drafts.save', { channelId, text: 'begun' }),
    command('channels.markRead', { channelId, messageNumber: 1 }),
    command('channels.markUnread', { channelId, messageNumber: 1 }),
    command('channels.setPreferences', { channelId, isStarred: true }),
    command('channels.update', { channelId, topic: 'tower' }),
    command('channels.join', { channelId }),
    command('channels.addMember', { channelId, userId: parley.owner.user.id }),
    command('channels.setModerator', { channelId, userId: parley.owner.user.id, isModerator: true }),
    command('channels.setRules', { channelId, pin: 'members' }),
    command('channels.archive', { channelId, isArchived: false }),
    command('polls.close', { messageId: asked.id }),
    command('messages.edit', { messageId: own, text: 'my own words' }),
    command('messages.delete', { messageId: own }),
    command('tasks.create', { title: 'look', channelId }),
    command('exports.start', { scope: { kind: 'channel', channelId } }),
    command('incomingHooks.create', { name: 'hook', channelId }),
    command('outgoingHooks.create', { name: 'hook', channelId, url: 'https://example.org/hook' }),
  ]
}

/** Those that answer with something. */
async function opened(doors: readonly Request[], token: string): Promise<readonly string[]> {
  const open: string[] = []
  for (const request of doors) {
    const answer = await ask(request, token)
    await answer.arrayBuffer()
    if (answer.status >= 500) throw new Error(`${request.path} fails`)
    if (answer.ok) open.push(request.path)
  }
  return open
}

/** What answers out of what was read of messages. */
const learned: readonly Request[] = [
  query('assistant.lookUp', { text: `What does the ${TOWER} module depend on?` }),
  query('graph.find', { name: TOWER }),
  query('graph.review'),
]

/** What answers without being told where to look. */
const readable: readonly Request[] = [
  query('state'),
  query('channels.list'),
  query('messages.saved'),
  query('messages.mentions'),
  query('messages.search', { query: 'lighthouse' }),
  query('threads.list'),
  query('tasks.list'),
  query('commands.list'),
  ...learned,
]

/** Those that name something of a channel, and need not be tried. */
const exempt: ReadonlySet<string> = new Set([
  // Only what the assistant answered to who asks, what they uploaded or what they sent.
  ...['assistant.feedback', 'questions.await', 'questions.openSource', 'files.discard', 'users.setAvatar'],
  // Tried with what it suggested.
  'suggestions.dismiss',
  'messages.withdraw',
  // Their own leaving, and a command that an integration has to have first.
  ...['channels.removeMember', 'slashCommands.invoke'],
])

const namesSomething = (schema: z.ZodType): boolean => {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return ['channelId', 'messageId', 'threadId', 'fileId'].some((name) => name in properties)
}

test('every endpoint that names something of a channel is tried here', async () => {
  const named = [
    ...Object.values(commands).flatMap(({ name, body }) => (namesSomething(body) ? name : [])),
    ...Object.values(queries).flatMap(({ name, input }) => (namesSomething(input) ? name : [])),
  ]
  const tried = new Set(doorsOf(await furnish([]), NOBODY).map(({ path }) => path.split('?')[0]))
  expect(named.length).toBeGreaterThan(40)
  expect(named.filter((name) => !tried.has(name) && !exempt.has(name))).toEqual([])
})

describe.each(['member', 'administrator'] as const)('a removed %s', (role) => {
  test('opens no door to the channel, and finds nothing of it in any list', async () => {
    const gone = await parley.addPerson(`Gone ${randomUUID().slice(0, 8)}`, { role })
    const place = await furnish([gone])
    const { channelId } = place
    const sayOwn = async () => {
      const sent = { channelId, text: 'my own', clientMessageId: randomUUID() }
      return (await gone.http.command('messages.send', sent)).message.id
    }
    const doors = doorsOf(place, await sayOwn())
    const own = await sayOwn()
    const before = await opened(doors, gone.token)
    const others = doors.map(({ path }) => path).filter((path) => path !== 'channels.join')
    if (role === 'administrator') expect(before).toEqual(others)
    const telling = [query('state'), ...learned].map(({ path }) => path)
    expect(await tellTales(place, gone.token)).toEqual(expect.arrayContaining(telling))

    await parley.owner.http.command('channels.removeMember', { channelId, userId: gone.user.id })
    expect(await opened(doorsOf(place, own), gone.token)).toEqual([])
    expect(await tellTales(place, gone.token)).toEqual([])
  })
})

/** The lists that say what others said there, or what the channel is called; one's own reminders keep its number. */
async function tellTales({ channelId, message, file }: Place, token: string): Promise<readonly string[]> {
  const lists = [...readable, query('messages.preview', { places: `${channelId}:${message.seq}` })]
  const tales: string[] = []
  for (const request of lists) {
    const said = await (await ask(request, token)).text()
    if ([SECRET, TOWER, file.id].some((it) => said.includes(it))) tales.push(request.path)
  }
  return tales
}
