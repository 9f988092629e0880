export type IntegrationKind = 'bot' | 'incoming' | 'outgoing' | 'command' | 'token'

/** What is shown once, right after it was made. */
export interface Secret {
  readonly name: string
  readonly content: string
}

export const kindTitles = {
  bot: 'web.integrations.bots',
  incoming: 'web.integrations.incoming',
  outgoing: 'web.integrations.outgoing',
  command: 'web.integrations.commands',
  token: 'web.integrations.tokens',
} as const

export const kindHints = {
  bot: 'web.integrations.botsHint',
  incoming: 'web.integrations.incomingHint',
  outgoing: 'web.integrations.outgoingHint',
  command: 'web.integrations.commandsHint',
  token: 'web.integrations.tokensHint',
} as const
