import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createHttpClient, type HttpClient } from '@parley/client'
import type { Account, Channel, User } from '@parley/protocol'
import {
  createLog,
  type LanguageEngine,
  type ParleyOptions,
  type ParleyServer,
  startParley,
  startRulesOnlyEngine,
} from '@parley/server'
import { hasReadAll } from './has-read-all'
import { createTestDatabase } from './test-database'
import { until } from './until'

/** Vitest's global set-up builds the programs before any test. */
const programDirectory = fileURLToPath(new URL('../../../dist', import.meta.url))

export const TEST_PASSWORD = 'correct horse battery staple'
/** One for all, so that a server that is started again opens what the one before has sealed. */
const TEST_KEY = createHash('sha256').update('test').digest()
const OWNER_EMAIL = 'owner@example.org'

export interface TestPerson {
  readonly user: Account
  readonly token: string
  readonly http: HttpClient
}

/** All of Parley in this process, on a database of its own, with its owner signed in. */
export interface TestParley extends AsyncDisposable {
  readonly server: ParleyServer
  readonly url: string
  readonly databaseUrl: string
  /** Where uploads and files lie. */
  readonly dataDirectory: string
  readonly owner: TestPerson
  readonly assistant: User
  /** Adds somebody and signs them in. */
  addPerson(name: string, options?: { readonly role?: 'member' | 'guest' | 'administrator' }): Promise<TestPerson>
  /** A channel of the owner with these people in it; the assistant stays out unless asked for. */
  createChannel(
    name: string,
    members?: readonly TestPerson[],
    options?: { readonly kind?: 'public' | 'private'; readonly withAssistant?: boolean },
  ): Promise<Channel>
  /** Resolves when the assistant has read everything that was sent. */
  settle(): Promise<void>
  /** Stops the server and starts another one on the same database. */
  restart(): Promise<void>
}

/** The encoder gives way to everything else that runs: on a busy machine hundreds of messages take their time. */
const SETTLING_MS = 60_000

export interface TestParleyOptions {
  /** Default: without a model, as on a machine that cannot get one. */
  readonly engine?: () => Promise<LanguageEngine>
  readonly now?: () => Date
  readonly logLevel?: string
  /** Default: none is sent. */
  readonly push?: ParleyOptions['push']
  readonly secretKeys?: ParleyOptions['secretKeys']
  /** Default: false, since tests flood. */
  readonly hasRateLimits?: boolean
  /** What webhooks may reach beside the internet. Default: nothing. */
  readonly hookHosts?: readonly string[]
  /** Beneath which folders and repositories may be taken in. Default: none. */
  readonly sourceDirectories?: readonly string[]
  /** Where websites and repositories may be taken in from beside the internet. Default: nowhere. */
  readonly sourceHosts?: readonly string[]
  readonly files?: { readonly maxBytes?: number }
  /** Given: the workspace begins with the demonstration, whose people have this password. */
  readonly demoPassword?: string
}

export async function startTestParley(options: TestParleyOptions = {}): Promise<TestParley> {
  const database = await createTestDatabase()
  const dataDirectory = await mkdtemp(join(tmpdir(), 'parley-test-'))
  const places = { databaseUrl: database.url, dataDirectory }
  let server = await startServer(places, options)
  let owner = await signIn(server.url, OWNER_EMAIL)
  const assistant = await findAssistant(owner.http)
  return {
    get server() {
      return server
    },
    get url() {
      return server.url
    },
    get owner() {
      return owner
    },
    ...places,
    assistant,
    addPerson: (name, { role = 'member' } = {}) => addPerson(server.url, owner.http, { name, role }),
    createChannel: (name, members = [], { kind = 'public', withAssistant = false } = {}) =>
      createChannel(owner.http, { name, kind, withAssistant }, members),
    settle: () => until(() => hasReadAll(server, assistant.id), 'the assistant has read everything', SETTLING_MS),
    restart: async () => {
      await server.stop()
      server = await startServer(places, options)
      owner = { ...owner, http: createHttpClient({ baseUrl: server.url, token: owner.token }) }
    },
    [Symbol.asyncDispose]: async () => {
      await server.stop()
      await database.drop()
      await rm(dataDirectory, { recursive: true, force: true })
    },
  }
}

interface Places {
  readonly databaseUrl: string
  readonly dataDirectory: string
}

async function startServer(places: Places, options: TestParleyOptions): Promise<ParleyServer> {
  const log = createLog(options.logLevel ?? 'silent')
  return startParley({
    databaseUrl: places.databaseUrl,
    files: { directory: places.dataDirectory, maxBytes: 100_000_000, ...options.files },
    host: '127.0.0.1',
    port: 0,
    log,
    engine: options.engine ? await options.engine() : startRulesOnlyEngine({ programDirectory, log }),
    programDirectory,
    webDirectory: null,
    version: 'test',
    secretKeys: options.secretKeys ?? [TEST_KEY],
    hasRateLimits: options.hasRateLimits ?? false,
    firstAdministrator: { email: OWNER_EMAIL, password: TEST_PASSWORD },
    ...(options.hookHosts && { hookHosts: options.hookHosts }),
    ...(options.sourceDirectories && { sourceDirectories: options.sourceDirectories }),
    ...(options.sourceHosts && { sourceHosts: options.sourceHosts }),
    sourceWorkDirectory: join(places.dataDirectory, 'sources'),
    ...(options.now && { now: options.now }),
    push: options.push,
    ...(options.demoPassword !== undefined && { demoPassword: options.demoPassword }),
  })
}

async function signIn(baseUrl: string, email: string): Promise<TestPerson> {
  const session = await createHttpClient({ baseUrl }).command('auth.signIn', { email, password: TEST_PASSWORD })
  return { ...session, http: createHttpClient({ baseUrl, token: session.token }) }
}

async function findAssistant(http: HttpClient): Promise<User> {
  const { users } = await http.query('state', {})
  const assistant = users.find((user) => user.kind === 'assistant')
  if (!assistant) throw new Error('a new workspace has no assistant')
  return assistant
}

async function addPerson(
  baseUrl: string,
  owner: HttpClient,
  { name, role }: { readonly name: string; readonly role: 'member' | 'guest' | 'administrator' },
): Promise<TestPerson> {
  const email = `${randomUUID()}@example.org`
  await owner.command('users.create', { name, email, password: TEST_PASSWORD, role })
  return signIn(baseUrl, email)
}

async function createChannel(
  owner: HttpClient,
  settings: { readonly name: string; readonly kind: 'public' | 'private'; readonly withAssistant: boolean },
  members: readonly TestPerson[],
): Promise<Channel> {
  const { channel } = await owner.command('channels.create', settings)
  for (const { user } of members) {
    await owner.command('channels.addMember', { channelId: channel.id, userId: user.id })
  }
  return channel
}
