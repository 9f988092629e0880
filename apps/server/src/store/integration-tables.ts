import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

type Timestamp = ColumnType<Date, Date | string, Date | string>
type CreatedAt = ColumnType<Date, Date | string | undefined, Date | string>

/** The tables of what programs come in by, see `migrations/0011-interfaces.sql`. */
export interface IntegrationTables {
  access_tokens: AccessTokenTable
  bots: {
    user_id: string
    workspace_id: string
    owner_id: string
    description: Generated<string>
    is_resting: Generated<boolean>
  }
  incoming_hooks: IncomingHookTable
  outgoing_hooks: OutgoingHookTable
  hook_deliveries: HookDeliveryTable
  slash_commands: SlashCommandTable
  command_invocations: {
    id: string
    workspace_id: string
    command_id: string
    user_id: string
    channel_id: string
    thread_id: string | null
    arguments: string
    response_hash: Buffer
    response_count: Generated<number>
    created_at: Timestamp
    told_at: Timestamp | null
  }
  command_answers: { id: string; workspace_id: string; invocation_id: string; text: string; created_at: Timestamp }
}

export interface AccessTokenTable {
  id: string
  workspace_id: string
  user_id: string
  name: string
  hint: string
  token_hash: Buffer
  scopes: string[]
  created_by: string
  created_at: CreatedAt
  expires_at: Timestamp | null
  last_used_at: Timestamp | null
}

export interface IncomingHookTable {
  id: string
  workspace_id: string
  name: string
  channel_id: string
  bot_id: string
  secret_hash: Buffer
  hint: string
  created_by: string
  created_at: CreatedAt
  last_used_at: Timestamp | null
}

export interface OutgoingHookTable {
  id: string
  workspace_id: string
  name: string
  url: string
  channel_id: string
  bot_id: string
  event_types: string[]
  trigger_words: string[]
  secret: string
  cursor_seq: number
  is_enabled: Generated<boolean>
  failing_since: Timestamp | null
  created_by: string
  created_at: CreatedAt
}

export interface HookDeliveryTable {
  id: string
  workspace_id: string
  hook_id: string
  number: GeneratedAlways<number>
  seq: number
  event_type: string
  status: Generated<'waiting' | 'delivered' | 'failed'>
  attempts: Generated<number>
  next_attempt_at: Timestamp
  created_at: Timestamp
  settled_at: Timestamp | null
  response_status: number | null
  problem: string | null
}

export interface SlashCommandTable {
  id: string
  workspace_id: string
  name: string
  description_en: string
  description_zh: string
  usage: Generated<string>
  url: string | null
  bot_id: string
  secret: string
  created_by: string
  created_at: CreatedAt
}
