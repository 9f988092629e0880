import type { HookDelivery, HookEventType, IncomingHook, OutgoingHook, RegisteredCommand } from '@parley/protocol'
import type { Selectable } from 'kysely'
import type { HookDeliveryTable, IncomingHookTable, OutgoingHookTable, SlashCommandTable } from './integration-tables'

/* Rows of integrations as entities of the protocol; without their secrets. */

export function asIncomingHook(row: Selectable<IncomingHookTable>): IncomingHook {
  return { ...asHook(row), hint: row.hint, lastUsedAt: row.last_used_at?.toISOString() ?? null }
}

export function asOutgoingHook(row: Selectable<OutgoingHookTable>, waitingCount: number): OutgoingHook {
  return {
    ...asHook(row),
    url: row.url,
    eventTypes: row.event_types as HookEventType[],
    triggerWords: row.trigger_words,
    isEnabled: row.is_enabled,
    failingSince: row.failing_since?.toISOString() ?? null,
    waitingCount,
  }
}

function asHook(
  row: Pick<Selectable<IncomingHookTable>, 'id' | 'name' | 'channel_id' | 'bot_id' | 'created_at' | 'created_by'>,
) {
  return {
    id: row.id as IncomingHook['id'],
    name: row.name,
    channelId: row.channel_id as IncomingHook['channelId'],
    botId: row.bot_id as IncomingHook['botId'],
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by as IncomingHook['createdBy'],
  }
}

export function asDelivery(row: Selectable<HookDeliveryTable>): HookDelivery {
  return {
    id: row.id as HookDelivery['id'],
    hookId: row.hook_id as HookDelivery['hookId'],
    eventType: row.event_type,
    seq: row.seq,
    status: row.status,
    attempts: row.attempts,
    createdAt: row.created_at.toISOString(),
    settledAt: row.settled_at?.toISOString() ?? null,
    nextAttemptAt: row.status === 'waiting' ? row.next_attempt_at.toISOString() : null,
    responseStatus: row.response_status,
    problem: row.problem,
  }
}

export function asSlashCommand(row: Selectable<SlashCommandTable>): RegisteredCommand {
  return {
    id: row.id as RegisteredCommand['id'],
    name: row.name,
    description: { en: row.description_en, zh: row.description_zh },
    usage: row.usage,
    botId: row.bot_id as RegisteredCommand['botId'],
    url: row.url,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by as RegisteredCommand['createdBy'],
  }
}
