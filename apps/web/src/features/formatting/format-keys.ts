import type { Format } from './format-text'

interface FormatKey {
  readonly format: Format
  readonly code: string
  readonly isShifted?: boolean
  readonly isAlt?: boolean
  /** As it is shown after Ctrl or ⌘. */
  readonly shown: readonly string[]
}

/** Those of Slack, by the key's place on the keyboard. */
export const formatKeys: readonly FormatKey[] = [
  { format: 'bold', code: 'KeyB', shown: ['B'] },
  { format: 'italic', code: 'KeyI', shown: ['I'] },
  { format: 'strike', code: 'KeyX', isShifted: true, shown: ['Shift', 'X'] },
  { format: 'link', code: 'KeyU', isShifted: true, shown: ['Shift', 'U'] },
  { format: 'numbers', code: 'Digit7', isShifted: true, shown: ['Shift', '7'] },
  { format: 'bullets', code: 'Digit8', isShifted: true, shown: ['Shift', '8'] },
  { format: 'quote', code: 'Digit9', isShifted: true, shown: ['Shift', '9'] },
  { format: 'code', code: 'KeyC', isShifted: true, shown: ['Shift', 'C'] },
  { format: 'codeBlock', code: 'KeyC', isShifted: true, isAlt: true, shown: ['Alt', 'Shift', 'C'] },
]

interface Pressed {
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/** The format that a key asks for; null for any other key. Over selected words, K makes a link of them, too. */
export function formatOfKey(pressed: Pressed, hasSelection: boolean): Format | null {
  if (pressed.ctrlKey === pressed.metaKey) return null
  const { code, shiftKey, altKey } = pressed
  if (code === 'KeyK' && !shiftKey && !altKey) return hasSelection ? 'link' : null
  const found = formatKeys.find(
    (key) => key.code === code && (key.isShifted ?? false) === shiftKey && (key.isAlt ?? false) === altKey,
  )
  return found?.format ?? null
}
