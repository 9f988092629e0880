import type { server as english } from '../en/server'
import type { Translated } from '../translated'

export const server: Translated<typeof english> = {
  'server.assistantName': '助手',
}
