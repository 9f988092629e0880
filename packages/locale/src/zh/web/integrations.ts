import type { integrations as english } from '../../en/web/integrations'
import type { Translated } from '../../translated'

export const integrations: Translated<typeof english> = {
  'web.integrations.title': '集成',
  'web.integrations.bot': '机器人',
  'web.integrations.via': '经由 Webhook {hook}',
  'web.integrations.viaAs': '署名“{name}”，经由 Webhook {hook}',
}
