import type { HttpClient } from '@parley/client'
import { ChannelId, type Scope } from '@parley/protocol'
import type { IntegrationKind, Secret } from './integration-kind'

export interface IntegrationDraft {
  readonly name: string
  readonly channelId: string
  readonly url: string
  readonly words: string
  readonly en: string
  readonly zh: string
  readonly scopes: readonly Scope[]
  readonly days: string
}

export const blankDraft: IntegrationDraft = {
  ...{ name: '', channelId: '', url: '', words: '', en: '', zh: '', days: '' },
  scopes: ['messages:read', 'messages:write', 'channels:read'],
}

/** Makes it, and answers what is shown once. */
export async function createIntegration(
  http: HttpClient,
  kind: IntegrationKind,
  draft: IntegrationDraft,
): Promise<Secret> {
  const name = draft.name.trim()
  switch (kind) {
    case 'bot':
      return { name, content: (await http.command('bots.create', { name })).token }
    case 'incoming': {
      const { path } = await http.command('incomingHooks.create', { name, channelId: ChannelId.parse(draft.channelId) })
      return { name, content: `${window.location.origin}${path}` }
    }
    case 'outgoing': {
      const body = {
        name,
        channelId: ChannelId.parse(draft.channelId),
        url: draft.url,
        triggerWords: wordsOf(draft.words),
      }
      return { name, content: (await http.command('outgoingHooks.create', body)).secret }
    }
    case 'command': {
      const body = { name: name.replace(/^\//, ''), description: { en: draft.en, zh: draft.zh }, url: draft.url }
      return { name: `/${body.name}`, content: (await http.command('slashCommands.create', body)).secret }
    }
    case 'token': {
      const expiresInDays = draft.days === '' ? null : Number(draft.days)
      return {
        name,
        content: (await http.command('tokens.create', { name, scopes: [...draft.scopes], expiresInDays })).token,
      }
    }
  }
}

const wordsOf = (words: string): string[] => words.split(/[,，、]/).flatMap((word) => word.trim() || [])
