import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { text as readText } from 'node:stream/consumers'
import { MESSAGE_TEXT_LIMIT } from '@parley/protocol'
import { listenToEvents, startTestParley, TEST_PASSWORD, type TestParley } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let parley: TestParley
let channelId: string
beforeAll(async () => {
  parley = await startTestParley()
  channelId = (await parley.createChannel('input')).id
})
afterAll(() => parley[Symbol.asyncDispose]())

interface Refusal {
  readonly status: number
  readonly error: { readonly code: string; readonly message: string; readonly parameters: Record<string, unknown> }
}

async function post(path: string, body: string | Buffer, headers: Record<string, string> = {}): Promise<Refusal> {
  const answer = await fetch(`${parley.url}/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${parley.owner.token}`, ...headers },
    body: new Uint8Array(Buffer.from(body)),
  })
  return { status: answer.status, ...((await answer.json()) as Omit<Refusal, 'status'>) }
}

const send = (text: string, headers?: Record<string, string>) =>
  post('messages.send', JSON.stringify({ channelId, text, clientMessageId: randomUUID() }), headers)

const storedTexts = async () => (await parley.owner.http.query('messages.list', { channelId })).messages

describe('bad input', () => {
  test('gets a stable code and a text in the language that the reader prefers', async () => {
    const english = await post('messages.send', '{"text":')
    const chinese = await post('messages.send', '{"text":', { 'accept-language': 'zh-CN,zh;q=0.9' })
    expect(english).toMatchObject({ status: 400, error: { code: 'malformed_json' } })
    expect(chinese.error.code).toBe('malformed_json')
    expect(chinese.error.message).toMatch(/\p{Script=Han}/u)
    expect(english.error.message).not.toMatch(/\p{Script=Han}/u)
  })

  test('names every field that is missing or wrong', async () => {
    const answer = await post('messages.send', '{"channelId":"x"}')
    expect(answer).toMatchObject({ status: 400, error: { code: 'invalid_request' } })
    const { issues } = answer.error.parameters as { issues: { field: string }[] }
    expect(issues.map((issue) => issue.field).sort()).toEqual(['channelId', 'clientMessageId', 'text'])
  })

  test('refuses a message of which nothing can be seen', async () => {
    expect(await send('\u200b\u2060\ufeff')).toMatchObject({ status: 400, error: { code: 'invalid_request' } })
    expect(await send('\u200b!')).toMatchObject({ status: 200 })
  })

  test('takes a message of exactly the limit, counted in characters, and refuses one more, saying so', async () => {
    expect(await send('𝄞'.repeat(MESSAGE_TEXT_LIMIT))).toMatchObject({ status: 200 })
    const refused = await send('𝄞'.repeat(MESSAGE_TEXT_LIMIT + 1))
    expect(refused).toMatchObject({
      status: 400,
      error: { code: 'text_too_long', parameters: { limit: 40_000, length: 40_001 } },
    })
    expect(refused.error.message).toContain('40,000')
  })

  test.each([
    ['U+0000', 'a\u0000b', 'nul'],
    ['a lone high surrogate', 'a\ud83d', 'lone_surrogate'],
    ['a lone low surrogate', '\ude00a', 'lone_surrogate'],
  ])('refuses text with %s', async (_name, text, reason) => {
    expect(await send(text)).toMatchObject({
      status: 400,
      error: { code: 'text_not_storable', parameters: { reason } },
    })
  })

  test('refuses JSON in broken UTF-8 and stores nothing of it', async () => {
    const before = await storedTexts()
    const body = Buffer.from(JSON.stringify({ channelId, text: 'caf@', clientMessageId: randomUUID() }))
    body[body.indexOf('@')] = 0xe9
    expect(await post('messages.send', body)).toMatchObject({ status: 400, error: { code: 'invalid_encoding' } })
    expect(await storedTexts()).toEqual(before)
  })

  test('of more than a megabyte is refused before it is parsed', async () => {
    expect(await send('x'.repeat(1_100_000))).toMatchObject({ status: 413, error: { code: 'payload_too_large' } })
  })

  test.each([
    ['an unknown channel', { channelId: randomUUID(), text: 'x', clientMessageId: 'a' }, 'not_found', 404],
    ['an unknown thread', { text: 'x', clientMessageId: 'b', threadId: randomUUID() }, 'not_found', 404],
  ])('refuses %s', async (_name, body, code, status) => {
    const answer = await post('messages.send', JSON.stringify({ channelId, ...body }))
    expect(answer).toMatchObject({ status, error: { code } })
  })

  test.each([
    ['GET', 'messages.send', 'POST'],
    ['PUT', 'messages.send', 'POST'],
    ['OPTIONS', 'messages.send?x=1', 'POST'],
    ['POST', 'state', 'GET, HEAD'],
    ['DELETE', 'openapi.json', 'GET, HEAD'],
  ])('by %s to %s is told which method the address takes', async (method, path, allowed) => {
    const answer = await fetch(`${parley.url}/api/${path}`, { method })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allowed])
    expect(await answer.json()).toMatchObject({ error: { code: 'method_not_allowed' } })
  })

  test('at an unknown address is told that there is nothing', async () => {
    expect(await post('messages.shout', '{}')).toMatchObject({ status: 404, error: { code: 'not_found' } })
  })

  test('as another kind of body is refused', async () => {
    const answer = await post('messages.send', '<x/>', { 'content-type': 'application/xml' })
    expect(answer).toMatchObject({ status: 415, error: { code: 'unsupported_media_type' } })
  })
})

describe('odd input', () => {
  test.each(['/%00', '/index.html%00.js', '/%', '/a%ff', '/api/messages.list%00'])(
    'at the address %s gets an error of ours, and no fault of the server',
    async (address) => {
      const answer = await fetch(parley.url + address)
      expect(answer.status).toBeLessThan(500)
      expect(await answer.json()).toMatchObject({ error: { code: expect.stringMatching(/not_found|invalid_request/) } })
    },
  )

  test('of addresses that are too long, and of no HTTP at all, gets an error of ours', async () => {
    const answer = await fetch(`${parley.url}/api/messages.search?query=${'x'.repeat(20_000)}`)
    expect([answer.status, await answer.json()]).toMatchObject([431, { error: { code: 'payload_too_large' } }])
    const { hostname, port } = new URL(parley.url)
    const socket = connect(Number(port), hostname)
    socket.write('no HTTP\r\n\r\n')
    expect(await readText(socket)).toMatch(/^HTTP\/1.1 400 .*"code":"invalid_request"/s)
  })

  test('in an e-mail address at sign-in is refused like any text that cannot be stored', async () => {
    expect(await post('auth.signIn', '{"email":"a\\u0000b","password":"x"}')).toMatchObject({
      status: 400,
      error: { code: 'text_not_storable' },
    })
  })

  const file = '--X\r\nContent-Disposition: form-data; name="file"; filename="a.md"\r\n\r\n# a\r\n'
  const field = '--X\r\nContent-Disposition: form-data; name="f"\r\n\r\nx\r\n'
  test.each([
    ['no boundary', 'multipart/form-data', file],
    ['no end', 'multipart/form-data; boundary=X', file.trimEnd()],
    ['too many fields', 'multipart/form-data; boundary=X', `${field.repeat(20)}${file}--X--\r\n`],
  ])('as a form with %s is refused', async (_name, type, form) => {
    const answer = await post('knowledge.addDocument', form, { 'content-type': type })
    expect([400, 413]).toContain(answer.status)
  })

  const title = (text: string) => `--X\r\nContent-Disposition: form-data; name="title"\r\n\r\n${text}\r\n`
  const sendForm = (...parts: readonly string[]) =>
    post('knowledge.addDocument', `${parts.join('')}--X--\r\n`, {
      'content-type': 'multipart/form-data; boundary=X',
    })

  test.each([
    ['two files', 'file', [file, file]],
    ['a file under another name beside it', 'other', [file, file.replace('name="file"', 'name="other"')]],
    ['two titles', 'title', [title('One'), title('Two'), file]],
    ['two titles around the file', 'title', [title('One'), file, title('Two')]],
    ['a text where the file belongs', 'file', [title('One').replace('name="title"', 'name="file"')]],
  ])('as a form with %s is refused by the name of the part, and nothing is stored', async (_name, name, parts) => {
    expect(await sendForm(...parts)).toMatchObject({
      status: 400,
      error: { code: 'invalid_request', parameters: { field: name } },
    })
    expect((await parley.owner.http.query('knowledge.list', {})).documents).toEqual([])
  })

  test('as a form is read whatever the order of its parts', async () => {
    const documents: unknown[] = []
    for (const parts of [
      [file, title('After')],
      [title('Before'), file.replace('# a', '# b')],
    ]) {
      const answer = await sendForm(...parts)
      documents.push((answer as unknown as { document: { title: string } }).document.title)
    }
    expect(documents).toEqual(['After', 'Before'])
  })
})

describe('an upgrade to a WebSocket', () => {
  async function upgrade(address: string): Promise<string> {
    const { hostname, port } = new URL(parley.url)
    const socket = connect(Number(port), hostname)
    socket.write(`GET ${address} HTTP/1.1\r\nhost: ${hostname}\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n`)
    return readText(socket)
  }

  test.each(['//', 'http://[', '/api/elsewhere'])('at %s is refused, and the server lives', async (address) => {
    expect(await upgrade(address)).toMatch(/^HTTP\/1\.1 404 .*"code":"not_found"/s)
    expect((await fetch(`${parley.url}/api/health`)).status).toBe(200)
  })
})

describe('sessions', () => {
  const cookie = () => ({ cookie: `parley_session=${parley.owner.token}`, authorization: '' })
  const body = '{"userIds":[]}'

  test('a cookie is believed from this site only', async () => {
    const host = new URL(parley.url).host
    const own = await post('channels.openDirect', body, { ...cookie(), origin: `http://${host}` })
    const foreign = await post('channels.openDirect', body, { ...cookie(), origin: 'https://elsewhere.example' })
    const unknown = await post('channels.openDirect', body, cookie())
    // The body is wrong on purpose: what counts is which refusal comes first.
    expect(own.error.code).toBe('invalid_request')
    expect([foreign.error.code, unknown.error.code]).toEqual(['cross_site_rejected', 'cross_site_rejected'])
  })

  test('wrong password and unknown address get the same answer', async () => {
    const wrong = await post('auth.signIn', '{"email":"owner@example.org","password":"wrong"}')
    const unknown = await post('auth.signIn', '{"email":"nobody@example.org","password":"wrong"}')
    expect(wrong).toEqual(unknown)
    expect(wrong).toMatchObject({ status: 401, error: { code: 'invalid_credentials' } })
  })

  test('guessing is slowed down after ten failures, also for the right password', async () => {
    const ann = await parley.addPerson('Ann')
    const tryPassword = (password: string) => post('auth.signIn', JSON.stringify({ email: ann.user.email, password }))
    for (let index = 0; index < 10; index += 1) {
      expect(await tryPassword('wrong')).toMatchObject({ error: { code: 'invalid_credentials' } })
    }
    expect(await tryPassword(TEST_PASSWORD)).toMatchObject({ status: 429, error: { code: 'rate_limited' } })
  })

  test('whoever guesses elsewhere does not lock the owner of the account out', async () => {
    const ann = await parley.addPerson('Ann')
    const tryFrom = (address: string, password: string) =>
      post('auth.signIn', JSON.stringify({ email: ann.user.email, password }), { 'x-forwarded-for': address })
    for (let index = 0; index < 10; index += 1) await tryFrom('198.51.100.7', 'wrong')
    expect(await tryFrom('198.51.100.7', TEST_PASSWORD)).toMatchObject({ status: 429 })
    expect(await tryFrom('203.0.113.9', TEST_PASSWORD)).toMatchObject({ status: 200 })
  })

  test('a browser that has signed in before gets in while strangers beside it guess', async () => {
    const ann = await parley.addPerson('Ann')
    const tryPassword = (password: string, cookie = '') =>
      fetch(`${parley.url}/api/auth.signIn`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie },
        body: JSON.stringify({ email: ann.user.email, password }),
      })
    const cookies = (await tryPassword(TEST_PASSWORD)).headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0])
    const device = cookies.find((cookie) => cookie?.startsWith('parley_device=')) ?? ''
    for (let index = 0; index < 10; index += 1) await tryPassword('wrong')
    expect((await tryPassword(TEST_PASSWORD, `${device.slice(0, -3)}AAA`)).status).toBe(429)
    expect((await tryPassword(TEST_PASSWORD, device)).status).toBe(200)
  })

  test('members cannot do what administrators do', async () => {
    const member = await parley.addPerson('Member')
    await expect(
      member.http.command('users.create', { name: 'X', email: 'x@example.org', password: TEST_PASSWORD }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('limits of each person', () => {
  let limited: TestParley
  beforeAll(async () => {
    limited = await startTestParley({ hasRateLimits: true, now: () => new Date('2026-11-23T09:00:00Z') })
  })
  afterAll(() => limited[Symbol.asyncDispose]())

  const call = (name: string, body: object, token: string) =>
    fetch(`${limited.url}/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    })

  test('refuse what comes after the burst, saying when to come back, and nobody else', async () => {
    const channel = await limited.createChannel('flood')
    const say = (token: string) =>
      call('messages.send', { channelId: channel.id, text: 'x', clientMessageId: randomUUID() }, token)
    const statuses = await Promise.all(Array.from({ length: 61 }, async () => (await say(limited.owner.token)).status))
    expect(statuses.filter((status) => status !== 200)).toEqual([429])
    const refused = await say(limited.owner.token)
    expect(refused.headers.get('retry-after')).toBe('1')
    expect(await refused.json()).toMatchObject({ error: { code: 'rate_limited', parameters: { retryAfterMs: 100 } } })
    const wei = await limited.addPerson('王伟')
    await wei.http.command('channels.join', { channelId: channel.id })
    expect((await say(wei.token)).status).toBe(200)
  })

  test('hold for questions and for other changes, each apart', async () => {
    const { token } = await limited.addPerson('Asker')
    const understand = async () => (await call('understand', { text: 'hi' }, token)).status
    const statuses = await Promise.all(Array.from({ length: 21 }, understand))
    expect(statuses.filter((status) => status === 429)).toHaveLength(1)
    expect((await call('users.updateProfile', { name: 'Asker again' }, token)).status).toBe(200)
  })

  test('hold for searches, which look into the texts', async () => {
    const { http } = await limited.addPerson('Searcher')
    const searches = Array.from({ length: 61 }, () => http.query('messages.search', { query: '"a phrase"' }))
    const refusals = (await Promise.allSettled(searches)).filter(({ status }) => status === 'rejected')
    expect(refusals).toMatchObject([{ reason: { code: 'rate_limited' } }])
  })

  test('hold for reading times, as somebody writes', async () => {
    const { http } = await limited.addPerson('Planner')
    const readings = Array.from({ length: 21 }, () => http.query('times.read', { text: 'tomorrow at 9' }))
    const refusals = (await Promise.allSettled(readings)).filter(({ status }) => status === 'rejected')
    expect(refusals).toMatchObject([{ reason: { code: 'rate_limited' } }])
  })

  test('hold for whatever makes the encoder read, by whichever door', async () => {
    const { http } = await limited.addPerson('Reader')
    const { id: channelId } = await limited.createChannel('reading')
    const said = { channelId, text: 'hello', clientMessageId: randomUUID() }
    await http.command('channels.join', { channelId })
    const { message } = await http.command('messages.send', said)
    for (let asked = 0; asked < 20; asked += 1) await http.query('messages.summarize', { channelId })
    const refused = { code: 'rate_limited' }
    await expect(http.query('messages.summarize', { channelId })).rejects.toMatchObject(refused)
    // The assistant is not in the channel: nobody has read the message yet.
    await expect(http.query('messages.understanding', { messageId: message.id })).rejects.toMatchObject(refused)
  })

  test('hold for connections', async () => {
    const { token } = await limited.addPerson('Connector')
    const connections = Array.from({ length: 31 }, () => listenToEvents(limited.url, token))
    const outcomes = await Promise.allSettled(connections)
    for (const outcome of outcomes) if (outcome.status === 'fulfilled') outcome.value[Symbol.dispose]()
    const refusals = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(refusals.map(({ reason }) => String(reason))).toEqual([expect.stringContaining('429')])
  })

  test('slow down guessing of passwords with a time to come back', async () => {
    const guess = () => call('auth.signIn', { email: 'owner@example.org', password: 'wrong' }, '')
    for (let index = 0; index < 10; index += 1) await guess()
    const refused = await guess()
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '900'])
  })
})

describe('the contract', () => {
  test('is served as OpenAPI with every command and query, and as a page', async () => {
    const openApi = (await (await fetch(`${parley.url}/api/openapi.json`)).json()) as { paths: object }
    expect(Object.keys(openApi.paths)).toEqual(
      expect.arrayContaining(['/api/messages.send', '/api/messages.list', '/api/assistant.ask', '/api/state']),
    )
    const page = await fetch(`${parley.url}/api/docs`)
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')])
  })

  test('health tells of database and encoder', async () => {
    const health = await (await fetch(`${parley.url}/api/health`)).json()
    expect(health).toEqual({ status: 'degraded', version: 'test', database: 'ok', encoder: 'unavailable' })
  })
})
