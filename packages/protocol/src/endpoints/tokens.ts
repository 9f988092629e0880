import { z } from 'zod'
import { command, query } from '../endpoint'
import { Instant } from '../entities'
import { TokenId, UserId } from '../ids'
import { nameText } from '../line-text'
import { Scope } from '../scope'

/** What programs sign in with. The token itself is shown once, when it is made. */
export const AccessToken = z.object({
  id: TokenId,
  userId: UserId,
  name: z.string(),
  /** How the token begins, to tell it from others. */
  hint: z.string(),
  scopes: z.array(Scope),
  createdAt: Instant,
  createdBy: UserId,
  expiresAt: Instant.nullable(),
  lastUsedAt: Instant.nullable(),
})
export type AccessToken = z.infer<typeof AccessToken>

export const NewToken = {
  name: nameText(80),
  scopes: z.array(Scope).min(1).max(Scope.options.length),
  /** null: until it is revoked. */
  expiresInDays: z.int().min(1).max(3650).nullable().default(null),
}

export const createToken = command('tokens.create', {
  summary: 'Make an access token for yourself, or for a bot of yours. The token is shown this once',
  access: 'signed-in',
  body: z.object({ ...NewToken, userId: UserId.optional() }),
  answer: z.object({ token: z.string(), accessToken: AccessToken }),
  errors: ['not_found', 'forbidden', 'too_many_tokens'],
})

export const revokeToken = command('tokens.revoke', {
  summary: 'End an access token: calls and connections with it end at once',
  access: 'signed-in',
  body: z.object({ tokenId: TokenId }),
  answer: z.object({}),
  errors: ['not_found'],
})

export const listTokens = query('tokens.list', {
  summary: 'Your access tokens and those of your bots; for administrators everybody’s',
  access: 'signed-in',
  input: z.object({}),
  answer: z.object({ tokens: z.array(AccessToken) }),
  errors: [],
})
