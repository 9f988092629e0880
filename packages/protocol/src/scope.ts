import { z } from 'zod'

/** What a personal access token or a bot's token may do, within what its owner may do. */
export const Scope = z.enum([
  'messages:read',
  'messages:write',
  'channels:read',
  'channels:manage',
  'tasks:read',
  'tasks:write',
  'knowledge:read',
  'knowledge:write',
  'assistant:ask',
  'profile:write',
  'admin',
])
export type Scope = z.infer<typeof Scope>
