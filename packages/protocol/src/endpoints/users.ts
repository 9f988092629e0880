import { z } from 'zod'
import { DoNotDisturb } from '../do-not-disturb'
import { Emoji } from '../emoji'
import { command, query } from '../endpoint'
import { Account, Instant, Language, Role, User } from '../entities'
import { FileId, UserId } from '../ids'
import { lineText, nameText } from '../line-text'
import { userIdList } from '../user-id-list'
import { Email, Password } from './session'

export const createUser = command('users.create', {
  summary: 'Add a person to the workspace',
  access: 'administrator',
  body: z.object({
    name: nameText(80),
    email: Email,
    password: Password,
    role: Role.exclude(['owner']).default('member'),
    aliases: z.array(nameText(40)).max(20).default([]),
    language: Language.optional(),
    timeZone: z.string().max(60).optional(),
  }),
  answer: z.object({ user: User }),
  errors: ['email_taken', 'handle_taken', 'forbidden'],
})

export const updateProfile = command('users.updateProfile', {
  summary: 'Change what others see of you: name, title, telephone, language, time zone',
  access: 'signed-in',
  body: z.object({
    name: nameText(80).optional(),
    title: lineText(80).optional(),
    phone: lineText(40).optional(),
    language: Language.optional(),
    timeZone: z.string().max(60).optional(),
  }),
  answer: z.object({ user: User }),
  errors: ['handle_taken'],
})

export const setStatus = command('users.setStatus', {
  summary: 'Say beside your name what you are at, for a while or until you change it; both empty: nothing',
  access: 'signed-in',
  body: z.object({
    emoji: Emoji.or(z.literal('')).default(''),
    text: lineText(100).default(''),
    expiresAt: Instant.nullable().default(null),
  }),
  answer: z.object({ user: User }),
  errors: [],
})

const Pixels = z.number().int().min(0).max(100_000)

export const setAvatar = command('users.setAvatar', {
  summary: 'Show a picture beside your name, or that of a bot of yours: an image that you uploaded and did not send',
  access: 'signed-in',
  body: z.object({
    fileId: FileId,
    /** The square to show, in pixels of the uploaded image; its middle when left out. */
    crop: z
      .object({ left: Pixels, top: Pixels, size: Pixels.min(1) })
      .nullable()
      .default(null),
    userId: UserId.optional(),
  }),
  answer: z.object({ user: User }),
  errors: ['not_found', 'unreadable_image'],
})

export const removeAvatar = command('users.removeAvatar', {
  summary: 'Show initials again: your own, of a bot of yours, or, as an administrator, of somebody whom you govern',
  access: 'signed-in',
  body: z.object({ userId: UserId.optional() }),
  answer: z.object({ user: User }),
  errors: ['not_found', 'forbidden'],
})

export const setDoNotDisturb = command('users.setDoNotDisturb', {
  summary: 'Be told of nothing until a moment, or at certain hours of the week in your own time zone',
  access: 'signed-in',
  body: DoNotDisturb.partial(),
  answer: z.object({ user: User }),
  errors: [],
})

export const setRole = command('users.setRole', {
  summary: 'Make somebody an administrator, a member or a guest; an owner also shares ownership',
  access: 'administrator',
  body: z.object({ userId: UserId, role: Role }),
  answer: z.object({ user: User }),
  errors: ['not_found', 'forbidden'],
})

export const renameUser = command('users.rename', {
  summary: 'Change what somebody is called; from then on `@` calls them by the new name',
  access: 'administrator',
  body: z.object({ userId: UserId, name: nameText(80) }),
  answer: z.object({ user: User }),
  errors: ['not_found', 'forbidden', 'handle_taken'],
})

export const deactivateUser = command('users.deactivate', {
  summary: 'Close an account: its sessions and connections end at once, its messages stay',
  access: 'administrator',
  body: z.object({ userId: UserId }),
  answer: z.object({ user: User }),
  errors: ['not_found', 'forbidden'],
})

export const reactivateUser = command('users.reactivate', {
  summary: 'Open a closed account again: its person can sign in as before',
  access: 'administrator',
  body: z.object({ userId: UserId }),
  answer: z.object({ user: User }),
  errors: ['not_found', 'forbidden'],
})

export const listAccounts = query('users.list', {
  summary: 'Everybody with their e-mail addresses, closed accounts too; or those of `userIds` alone',
  access: 'administrator',
  input: z.object({ userIds: userIdList(200).optional() }),
  answer: z.object({ users: z.array(Account) }),
  errors: ['forbidden'],
})
