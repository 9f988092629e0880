import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createHttpClient, type HttpClient } from '@parley/client'
import type { Channel, User } from '@parley/protocol'
import {
  createLog,
  type LanguageEngine,
  type ParleyServer,
  readDocumentBeside,
  startParley,
  startRulesOnlyEngine,
} from '@parley/server'
import { createTestDatabase } from './test-database'
import { until } from './until'

/** Vitest's global set-up builds the programs before any test. */
const programDirectory = fileURLToPath(new URL('../../../dist', import.meta.url))

export const TEST_PASSWORD = 'correct horse battery staple'

export interface TestPerson {
  readonly user: User
  readonly token: string
  readonly http: HttpClient
}

/** All of Parley in this process, on a database of its own, with its owner signed in. */
export interface TestParley extends AsyncDisposable {
  readonly server: ParleyServer
  readonly url: string
  readonly databaseUrl: string
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

export interface TestParleyOptions {
  /** Default: without a model, as on a machine that cannot get one. */
  readonly engine?: () => Promise<LanguageEngine>
  readonly now?: () => Date
  readonly logLevel?: string
  /** Default: false, since tests flood. */
  readonly hasRateLimits?: boolean
}

export async function startTestParley(options: TestParleyOptions = {}): Promise<TestParley> {
  const database = await createTestDatabase()
  const log = createLog(options.logLevel ?? 'silent')
  const start = async () =>
    startParley({
      databaseUrl: database.url,
      host: '127.0.0.1',
      port: 0,
      log,
      engine: options.engine ? await options.engine() : startRulesOnlyEngine({ programDirectory, log }),
      readDocument: readDocumentBeside(join(programDirectory, 'document-worker.js')),
      webDirectory: null,
      version: 'test',
      hasRateLimits: options.hasRateLimits ?? false,
      firstAdministrator: { email: 'owner@example.org', password: TEST_PASSWORD },
      ...(options.now && { now: options.now }),
    })
  let server = await start()
  const signIn = async (email: string): Promise<TestPerson> => {
    const session = await createHttpClient({ baseUrl: server.url }).command('auth.signIn', {
      email,
      password: TEST_PASSWORD,
    })
    return { ...session, http: createHttpClient({ baseUrl: server.url, token: session.token }) }
  }
  let owner = await signIn('owner@example.org')
  const { users } = await owner.http.query('state', {})
  const assistant = users.find((user) => user.kind === 'assistant')
  if (!assistant) throw new Error('a new workspace has no assistant')

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
    databaseUrl: database.url,
    assistant,
    addPerson: async (name, { role = 'member' } = {}) => {
      const email = `${encodeURIComponent(name).replaceAll('%', '')}.${Date.now()}@example.org`
      await owner.http.command('users.create', { name, email, password: TEST_PASSWORD, role })
      return signIn(email)
    },
    createChannel: async (name, members = [], { kind = 'public', withAssistant = false } = {}) => {
      const { channel } = await owner.http.command('channels.create', { name, kind, withAssistant })
      for (const { user } of members) {
        await owner.http.command('channels.addMember', { channelId: channel.id, userId: user.id })
      }
      return channel
    },
    settle: () => until(() => hasReadAll(server, assistant.id), 'the assistant has read everything'),
    restart: async () => {
      await server.stop()
      server = await start()
      owner = { ...owner, http: createHttpClient({ baseUrl: server.url, token: owner.token }) }
    },
    [Symbol.asyncDispose]: async () => {
      await server.stop()
      await database.drop()
    },
  }
}

/** Whether the reader's cursor stands at the end of every stream it follows. */
async function hasReadAll({ services }: ParleyServer, assistantId: string): Promise<boolean> {
  const behind = await services.store.rows
    .selectFrom('memberships')
    .innerJoin('streams', 'streams.id', 'memberships.channel_id')
    .leftJoin('reader_cursors', 'reader_cursors.stream_id', 'streams.id')
    .select('streams.id')
    .where('memberships.user_id', '=', assistantId)
    .where((where) =>
      where.or([
        where('reader_cursors.seq', 'is', null).and(
          where.exists(
            where.selectFrom('messages').select('messages.id').whereRef('messages.channel_id', '=', 'streams.id'),
          ),
        ),
        where('reader_cursors.seq', '<', where.ref('streams.last_seq')),
      ]),
    )
    .executeTakeFirst()
  return behind === undefined
}
