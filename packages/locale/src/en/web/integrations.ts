/** Bots, webhooks, slash commands and tokens. */
export const integrations = {
  'web.integrations.title': 'Integrations',
  'web.integrations.bot': 'Bot',
  'web.integrations.via': 'via webhook {hook}',
  'web.integrations.viaAs': 'as “{name}”, via webhook {hook}',
} as const
