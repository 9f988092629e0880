import type { PageTextKey } from '@parley/locale'
import { isTextKey } from '../../app/texts'
import type { Text } from '../../app/use-text'

type IntentKey = Extract<PageTextKey, `web.intent.${string}`>

const isIntentKey = (key: string): key is IntentKey => isTextKey(key)

/** An intent in words; one of a pack that this client does not know, by its own name. */
export function intentName(name: string, text: Text): string {
  const key = `web.intent.${name}`
  return isIntentKey(key) ? text(key) : name.replaceAll('_', ' ')
}
