import type { PageTextKey } from '@parley/locale'
import { isTextKey } from '../../app/texts'
import type { Text } from '../../app/use-text'

type ToneKey = Extract<PageTextKey, `web.tone.${string}`>

const isToneKey = (key: string): key is ToneKey => isTextKey(key)

/** What a head of tone tells, in words; what this client does not know, by its own name. */
export function toneName(name: string, text: Text): string {
  const key = `web.tone.${name}`
  return isToneKey(key) && key !== 'web.tone.sure' ? text(key) : name
}
