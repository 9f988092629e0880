import type { LabelKind, MessageLabel } from '@parley/protocol'
import type { Text } from '../../app/use-text'
import { intentName } from './intent-name'
import { toneName } from './tone-name'

/** A value that a message can be labelled as, in words. */
export function labelValueName(kind: LabelKind, value: string | null, text: Text): string {
  if (value === null) return text('web.labels.none')
  return kind === 'intent' ? intentName(value, text) : toneName(value, text)
}

/** What somebody said: "Intent: booking a room". */
export const sayLabel = ({ kind, value }: Pick<MessageLabel, 'kind' | 'value'>, text: Text): string =>
  text('web.labels.given', { kind: text(`web.labels.${kind}`), value: labelValueName(kind, value, text) })
