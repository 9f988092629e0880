import { randomUUID } from 'node:crypto'
import { createHttpClient, uploadFile } from '@parley/client'
import { type FileInfo, type Message, ParleyError } from '@parley/protocol'
import {
  type EventListener,
  listenToEvents,
  startTestParley,
  type TestParley,
  type TestPerson,
  until,
} from '@parley/testkit'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/*
 * Whoever may no longer read something reads it nowhere: what each way of ending somebody's access means is asked at
 * every door, as soon as the command that ended it has answered. That the door was open before is asked first.
 */

const TEXT = 'the harbour is closed on Thursday'

let parley: TestParley
beforeAll(async () => {
  parley = await startTestParley()
})
afterAll(() => parley[Symbol.asyncDispose]())

interface Place {
  readonly channelId: string
  readonly message: Message
  readonly image: FileInfo
}

/** A private channel of the owner and this person, with a message and a picture in it. */
async function openPlace(person: TestPerson): Promise<Place> {
  const { owner } = parley
  const { id: channelId } = await parley.createChannel(`harbour ${randomUUID()}`, [person], { kind: 'private' })
  const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#48c' } })
    .png()
    .toBuffer()
  const upload = { name: 'harbour.png', bytes: new Blob([new Uint8Array(bytes)]), clientFileId: randomUUID() }
  const image = await uploadFile(upload, { http: owner.http })
  const body = { channelId, text: TEXT, fileIds: [image.id], clientMessageId: randomUUID() }
  const { message } = await owner.http.command('messages.send', body)
  return { channelId, message, image }
}

type Doors = Readonly<Record<string, () => Promise<unknown>>>

/** Every way to what is in the channel, by this token; each answers whether it opened. */
function doorsTo({ channelId, message, image }: Place, token: string): Doors {
  const http = createHttpClient({ baseUrl: parley.url, token })
  const holdsIt = ({ messages }: { readonly messages: readonly Message[] }) =>
    messages.some(({ id }) => id === message.id)
  const fetches = async (path: string) => {
    const answer = await fetch(`${parley.url}/api/${path}`, { headers: { authorization: `Bearer ${token}` } })
    await answer.arrayBuffer()
    return answer.status === 200
  }
  return {
    history: () => http.query('messages.list', { channelId }).then(holdsIt),
    'why it is understood so': async () => !!(await http.query('messages.explain', { messageId: message.id })),
    'what its tokens look at': async () =>
      !!(await http.query('messages.attention', { messageId: message.id, layer: 1 })),
    search: () => http.query('messages.search', { query: 'harbour closed' }).then(holdsIt),
    preview: () => http.query('messages.preview', { places: `${channelId}:${message.seq}` }).then(holdsIt),
    'the list of files': async () => (await http.query('files.list', { channelId })).files.length > 0,
    'a file': () => fetches(`files/${image.id}`),
    'a thumbnail': () => fetches(`files/${image.id}/thumbnail`),
    reacting: async () => !!(await http.command('messages.react', { messageId: message.id, emoji: '👍' })),
    sending: async () => {
      const body = { channelId, text: 'hello', clientMessageId: randomUUID() }
      return !!(await http.command('messages.send', body))
    },
  }
}

/** Which doors open; a refusal is a closed one, anything that is not answered in the API's words a fault. */
async function openOnes(doors: Doors): Promise<readonly string[]> {
  const opened = await Promise.all(
    Object.entries(doors).map(async ([name, open]) => {
      const isOpen = await open().catch((error: unknown) => {
        if (error instanceof ParleyError && error.status < 500) return false
        throw error
      })
      return isOpen ? [name] : []
    }),
  )
  return opened.flat()
}

/** Each is asked until it opens, and no more: whoever asks too often is refused for that. */
async function untilOpen(doors: Doors): Promise<void> {
  for (const [name, open] of Object.entries(doors)) {
    await until(async () => (await openOnes({ [name]: open })).length === 1, `${name} is open`)
  }
}

/** What the socket has given of the channel. */
const heard = (listener: EventListener, text: string) =>
  listener.events.some((event) => event.type === 'message-created' && event.message.text === text)

interface Ending {
  /** The token that the person holds; default: their session's. */
  readonly token?: (person: TestPerson) => Promise<string>
  readonly end: (person: TestPerson, place: Place, token: string) => Promise<unknown>
}

async function programToken({ http }: TestPerson): Promise<string> {
  const scopes = ['messages:read', 'messages:write', 'channels:read'] as const
  return (await http.command('tokens.create', { name: 'program', scopes: [...scopes], expiresInDays: null })).token
}

const endings: Readonly<Record<string, Ending>> = {
  'is removed from the channel': {
    end: ({ user }, { channelId }) =>
      parley.owner.http.command('channels.removeMember', { channelId, userId: user.id }),
  },
  'signs out': { end: ({ http }) => http.command('auth.signOut', {}) },
  'has their account closed': {
    end: ({ user }) => parley.owner.http.command('users.deactivate', { userId: user.id }),
  },
  'is suspended': {
    end: ({ user }) => parley.owner.http.command('users.suspend', { userId: user.id, hours: 1, reason: 'noise' }),
  },
  'is suspended, by a program that signs in as them': {
    token: programToken,
    end: ({ user }) => parley.owner.http.command('users.suspend', { userId: user.id, hours: 1, reason: 'noise' }),
  },
  'has the token revoked that their program holds': {
    token: programToken,
    end: async ({ http }) => {
      const { tokens } = await http.query('tokens.list', {})
      return http.command('tokens.revoke', { tokenId: tokens[0]!.id })
    },
  },
}

/** A bot of this person's that writes into the place through an incoming webhook, and listens by its own token. */
async function employBot(person: TestPerson, { channelId }: Place) {
  const { bot, token } = await person.http.command('bots.create', {
    name: `bot ${randomUUID().slice(0, 8)}`,
    description: '',
    scopes: ['messages:read', 'messages:write', 'channels:read'],
  })
  const hook = { name: 'alarm', channelId: channelId as Message['channelId'], botId: bot.userId }
  const { path } = await parley.owner.http.command('incomingHooks.create', hook)
  return { bot, token, path }
}

const postTo = (path: string, text: string) =>
  fetch(parley.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
  })

describe('the bots of somebody whose account is closed', () => {
  test('rest with it at once, webhooks and all, until it is opened again', async () => {
    const person = await parley.addPerson('李娜', { role: 'administrator' })
    const place = await openPlace(person)
    const { bot, token, path } = await employBot(person, place)
    const doors = doorsTo(place, token)
    using listener = await listenToEvents(parley.url, token)
    expect((await postTo(path, 'high water')).status).toBe(200)
    await untilOpen(doors)
    await until(() => heard(listener, 'hello'), 'the socket gives what is said')

    await parley.owner.http.command('users.deactivate', { userId: person.user.id })
    expect((await postTo(path, 'low water')).status).toBe(404)
    expect(await openOnes(doors)).toEqual([])
    await until(() => listener.closeCode !== null, 'the socket of the bot is closed')
    const { bots } = await parley.owner.http.query('integrations.list', {})
    expect(bots).toContainEqual({ ...bot, isResting: true })

    await parley.owner.http.command('users.reactivate', { userId: person.user.id })
    expect((await postTo(path, 'high water again')).status).toBe(200)
    expect(await openOnes(doors)).toEqual([])
    const { entries } = await parley.owner.http.query('audit.list', { userId: person.user.id })
    expect(entries.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['deactivate', 'bot-rested', 'reactivate', 'bot-resumed']),
    )
  })
})

describe('the bots of somebody who is suspended', () => {
  const suspend = ({ user }: TestPerson) =>
    parley.owner.http.command('users.suspend', { userId: user.id, hours: 1, reason: 'noise' })

  test('rest for as long, and then work on by the tokens that they had', async () => {
    const person = await parley.addPerson('周杰', { role: 'administrator' })
    const place = await openPlace(person)
    const { token, path } = await employBot(person, place)
    const [doors, ownDoors] = [doorsTo(place, token), doorsTo(place, await programToken(person))]
    await untilOpen(doors)
    using listener = await listenToEvents(parley.url, token)

    await suspend(person)
    expect((await postTo(path, 'low water')).status).toBe(404)
    expect(await openOnes(doors)).toEqual([])
    await until(() => listener.closeCode !== null, 'the socket of the bot is closed')

    await parley.owner.http.command('users.liftSuspension', { userId: person.user.id })
    expect((await postTo(path, 'high water')).status).toBe(200)
    for (const opened of [doors, ownDoors]) expect(await openOnes(opened)).toEqual(Object.keys(opened))
  })

  test('work on when the time is over, without anybody doing anything', async () => {
    const person = await parley.addPerson('吴芳', { role: 'administrator' })
    const { path } = await employBot(person, await openPlace(person))
    await suspend(person)
    const people = parley.server.services.store.rows.updateTable('users')
    await people.set({ suspended_until: new Date() }).where('id', '=', person.user.id).execute()
    // Any news of people makes the server look at once; by itself it looks twice a minute.
    await parley.owner.http.command('users.updateProfile', { title: 'looks in' })
    await until(async () => (await postTo(path, 'high water')).status === 200, 'the webhook takes posts again')
  })

  test('stay at rest where the account was closed meanwhile', async () => {
    const person = await parley.addPerson('郑强', { role: 'administrator' })
    const place = await openPlace(person)
    const { path, token } = await employBot(person, place)
    await suspend(person)
    await parley.owner.http.command('users.deactivate', { userId: person.user.id })
    await parley.owner.http.command('users.liftSuspension', { userId: person.user.id })
    expect((await postTo(path, 'low water')).status).toBe(404)
    await parley.owner.http.command('users.reactivate', { userId: person.user.id })
    expect((await postTo(path, 'high water')).status).toBe(200)
    // A closed account's tokens are ended, also those that its suspension had put to rest.
    expect(await openOnes(doorsTo(place, token))).toEqual([])
  })
})

describe('a bot that is passed on', () => {
  test('goes on working when its first owner leaves, and stops with its new one', async () => {
    const [maker, keeper] = [
      await parley.addPerson('Maker', { role: 'administrator' }),
      await parley.addPerson('Keeper'),
    ]
    const { bot, path } = await employBot(maker, await openPlace(maker))
    await parley.owner.http.command('bots.pass', { botId: bot.userId, ownerId: keeper.user.id })
    await parley.owner.http.command('users.deactivate', { userId: maker.user.id })
    expect((await postTo(path, 'high water')).status).toBe(200)
    await parley.owner.http.command('users.deactivate', { userId: keeper.user.id })
    expect((await postTo(path, 'low water')).status).toBe(404)
    await parley.owner.http.command('bots.pass', { botId: bot.userId, ownerId: parley.owner.user.id })
    expect((await postTo(path, 'high water')).status).toBe(200)
    const { entries } = await parley.owner.http.query('audit.list', { kind: 'bot-passed' })
    expect(entries).toMatchObject([{ userId: parley.owner.user.id }, { userId: keeper.user.id }])
  })

  test('goes to nobody who is a guest, is kept out or is no person, and by nobody but administrators', async () => {
    const maker = await parley.addPerson('Other maker', { role: 'administrator' })
    const { bot } = await employBot(maker, await openPlace(maker))
    const pass = (ownerId: string, by = parley.owner) =>
      by.http.command('bots.pass', { botId: bot.userId, ownerId: ownerId as typeof bot.userId })
    const guest = await parley.addPerson('Guest', { role: 'guest' })
    const gone = await parley.addPerson('Gone')
    await parley.owner.http.command('users.deactivate', { userId: gone.user.id })
    await expect(pass(guest.user.id)).rejects.toMatchObject({ code: 'forbidden' })
    for (const id of [gone.user.id, bot.userId, parley.assistant.id]) {
      await expect(pass(id)).rejects.toMatchObject({ code: 'not_found' })
    }
    const member = await parley.addPerson('Member')
    await expect(pass(member.user.id, member)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('somebody whose token expires while their socket is open', () => {
  test('hears nothing more from that moment on', async () => {
    const person = await parley.addPerson('张明')
    const place = await openPlace(person)
    const scopes = ['messages:read', 'channels:read'] as const
    const { token, accessToken } = await person.http.command('tokens.create', {
      name: 'program',
      scopes: [...scopes],
      expiresInDays: 1,
    })
    const expiresAt = new Date(Date.now() + 3_000)
    const tokens = parley.server.services.store.rows.updateTable('access_tokens')
    await tokens.set({ expires_at: expiresAt }).where('id', '=', accessToken.id).execute()
    using listener = await listenToEvents(parley.url, token)
    const say = (text: string) =>
      person.http.command('messages.send', { channelId: place.channelId, text, clientMessageId: randomUUID() })
    await say('in time')
    await until(() => heard(listener, 'in time'), 'the socket gives what is said in time')
    await until(() => listener.closeCode !== null, 'the socket is closed')
    expect(listener.closeCode).toBe(4001)
    expect(Date.now() - expiresAt.getTime()).toBeLessThan(1_000)
    await say('too late')
    expect(heard(listener, 'too late')).toBe(false)
  })
})

describe.each(Object.entries(endings))('somebody who %s', (_, { token: tokenOf, end }) => {
  test('reads nothing more anywhere, at once, and hears nothing', async () => {
    const person = await parley.addPerson('王伟')
    const place = await openPlace(person)
    const token = tokenOf ? await tokenOf(person) : person.token
    const doors = doorsTo(place, token)
    using listener = await listenToEvents(parley.url, token)
    await untilOpen(doors)
    await until(() => heard(listener, 'hello'), 'the socket gives what is said')

    await end(person, place, token)
    const body = { channelId: place.channelId, text: 'among ourselves', clientMessageId: randomUUID() }
    using witness = await listenToEvents(parley.url, parley.owner.token)
    await parley.owner.http.command('messages.send', body)
    await until(() => heard(witness, body.text), 'others hear it')
    expect(await openOnes(doors)).toEqual([])
    expect(heard(listener, body.text)).toBe(false)
  })
})
