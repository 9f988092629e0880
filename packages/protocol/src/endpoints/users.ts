import { z } from 'zod'
import { DoNotDisturb } from '../do-not-disturb'
import { command, query } from '../endpoint'
import { Account, Language, Role, User } from '../entities'
import { UserId } from '../ids'
import { filledText } from '../well-formed-text'
import { Email, Password } from './session'

export const createUser = command('users.create', {
  summary: 'Add a person to the workspace',
  access: 'administrator',
  body: z.object({
    name: filledText(80),
    email: Email,
    password: Password,
    role: Role.exclude(['owner']).default('member'),
    aliases: z.array(filledText(40)).max(20).default([]),
    language: Language.optional(),
    timeZone: z.string().max(60).optional(),
  }),
  answer: z.object({ user: User }),
  errors: ['email_taken', 'forbidden'],
})

export const updateProfile = command('users.updateProfile', {
  summary: 'Change your own name, language or time zone',
  access: 'signed-in',
  body: z.object({
    name: filledText(80).optional(),
    language: Language.optional(),
    timeZone: z.string().max(60).optional(),
  }),
  answer: z.object({ user: User }),
  errors: [],
})

export const setDoNotDisturb = command('users.setDoNotDisturb', {
  summary: 'Be told of nothing until a moment, or at certain hours of the week in your own time zone',
  access: 'signed-in',
  body: DoNotDisturb.partial(),
  answer: z.object({ user: User }),
  errors: [],
})

export const deactivateUser = command('users.deactivate', {
  summary: 'Close an account: its sessions and connections end at once, its messages stay',
  access: 'administrator',
  body: z.object({ userId: UserId }),
  answer: z.object({ user: User }),
  errors: ['not_found', 'forbidden'],
})

export const listAccounts = query('users.list', {
  summary: 'Everybody with their e-mail addresses, closed accounts too',
  access: 'administrator',
  input: z.object({}),
  answer: z.object({ users: z.array(Account) }),
  errors: ['forbidden'],
})
