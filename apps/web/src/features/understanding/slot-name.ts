import type { PageTextKey } from '@parley/locale'
import { isTextKey } from '../../app/texts'
import type { Text } from '../../app/use-text'
import type { Slot } from './mark-slots'

type SlotKey = Extract<PageTextKey, `web.slot.${string}`>

const isSlotKey = (key: string): key is SlotKey => isTextKey(key)

/** A kind of slot in words; an entity of a dictionary by its own name. */
export function slotName(type: string, text: Text): string {
  const key = `web.slot.${type}`
  return isSlotKey(key) ? text(key) : type
}

/** What stands in the message, and the term of a dictionary that it stands for. */
export function slotTerm({ text, value, source }: Slot): string {
  const term = source === 'dictionary' ? (value.term ?? value.name) : undefined
  return typeof term === 'string' && term !== text ? `${text} (${term})` : text
}
