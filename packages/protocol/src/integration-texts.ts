import { z } from 'zod'
import { nameText } from './line-text'
import { wellFormedText } from './well-formed-text'

export const IntegrationName = nameText(80)
export const BotDescription = wellFormedText(250)

/** `/deploy`, written without the slash: letters of any script, digits, `-` and `_`. */
export const SlashCommandName = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,31}$/u, 'command_name_invalid')
  .meta({ description: 'a name without its slash, 1 to 32 letters, digits, - and _' })

/** Where another server listens. */
export const HookUrl = z
  .string()
  .max(2000)
  .refine(isPlainAddress, { message: 'url_invalid' })
  .meta({ description: 'an http or https address, without a name and password in it' })

/** What stands in an address is shown to all who look after webhooks: whoever is called checks the signature instead. */
function isPlainAddress(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, username, password } = new URL(url)
  return /^https?:$/.test(protocol) && username === '' && password === ''
}
