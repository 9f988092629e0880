import { z } from 'zod'
import { command, query } from '../endpoint'
import { Account, ChannelState, Draft, Language, Task, ThreadState, User, UserGroup, Workspace } from '../entities'
import { Cursors } from '../events'
import { MessageId } from '../ids'
import { nameText } from '../line-text'
import { Reminder } from '../reminder'
import { ScheduledMessage } from '../scheduled-message'
import { wellFormedText } from '../well-formed-text'

export const Email = z.email().max(254).meta({ description: 'an e-mail address' })
/** Long enough to resist guessing (NIST SP 800-63B), short enough that hashing it is no attack. */
export const Password = z.string().min(10).max(200)
const Session = z.object({ token: z.string(), user: Account })

export const healthQuery = query('health', {
  summary: 'Whether the server, its database and its encoder work',
  access: 'public',
  input: z.object({}),
  answer: z.object({
    status: z.enum(['ok', 'degraded']),
    version: z.string(),
    database: z.enum(['ok', 'unavailable']),
    encoder: z.enum(['ok', 'starting', 'unavailable']),
  }),
  errors: [],
})

export const setupQuery = query('setup', {
  summary: 'Whether the workspace still has to be set up',
  access: 'public',
  input: z.object({}),
  answer: z.object({ isNeeded: z.boolean(), workspaceName: z.string().nullable() }),
  errors: [],
})

export const completeSetup = command('setup.complete', {
  summary: 'Name the workspace and make its first account, with the one-time token printed at first start',
  access: 'public',
  body: z.object({
    token: z.string().max(200),
    workspaceName: nameText(80),
    name: nameText(80),
    email: Email,
    password: Password,
    language: Language,
    timeZone: z.string().max(60).optional(),
    withDemo: z.boolean().default(false),
  }),
  answer: Session,
  errors: ['setup_token_invalid', 'setup_already_done'],
})

export const signIn = command('auth.signIn', {
  summary: 'Exchange e-mail and password for a token; browsers also get a session cookie',
  access: 'public',
  body: z.object({ email: wellFormedText(254), password: z.string().max(200) }),
  answer: Session,
  errors: ['invalid_credentials', 'account_suspended', 'account_closed', 'rate_limited'],
})

export const signOut = command('auth.signOut', {
  summary: 'End this session everywhere it is connected',
  access: 'signed-in',
  body: z.object({}),
  answer: z.object({}),
  errors: [],
})

export const stateQuery = query('state', {
  summary: 'What the signed-in person sees, and the stream positions it is true for, read in one snapshot',
  access: 'signed-in',
  input: z.object({}),
  answer: z.object({
    version: z.string(),
    workspace: Workspace,
    me: Account,
    /** Everybody; for a guest, those who are or were in a channel with them. */
    users: z.array(User),
    /** Groups that are not archived; none for a guest. */
    groups: z.array(UserGroup),
    channels: z.array(ChannelState),
    tasks: z.array(Task),
    /** Threads that the person has to do with: the 1,000 with the newest replies. */
    threads: z.array(ThreadState),
    /** Messages kept for later, the newest 1,000. */
    savedMessageIds: z.array(MessageId),
    drafts: z.array(Draft),
    scheduledMessages: z.array(ScheduledMessage),
    /** Those that the person made or is reminded by: the 500 that are due first. */
    reminders: z.array(Reminder),
    cursors: Cursors,
  }),
  errors: [],
})
