import { en, type TextKey } from '@parley/locale'
import type { Text } from '../../app/use-text'

type IntentKey = Extract<TextKey, `web.intent.${string}`>

const isIntentKey = (key: string): key is IntentKey => Object.hasOwn(en, key)

/** An intent in words; one of a pack that this client does not know, by its own name. */
export function intentName(name: string, text: Text): string {
  const key = `web.intent.${name}`
  return isIntentKey(key) ? text(key) : name.replaceAll('_', ' ')
}
