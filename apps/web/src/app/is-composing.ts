import type { KeyboardEvent as ReactKeyboardEvent } from 'react'

const HANDLED_BY_INPUT_METHOD = 229

/**
 * Whether a key belongs to an input method: Enter that picks a candidate must not send, and Esc that drops one must not
 * close what is being written in. Safari only sets the key code.
 */
export function isComposing(event: KeyboardEvent | ReactKeyboardEvent): boolean {
  const { isComposing: isMarked, keyCode } = 'nativeEvent' in event ? event.nativeEvent : event
  return isMarked || keyCode === HANDLED_BY_INPUT_METHOD
}

/** For what closes on Esc. */
export function keepWhileComposing(event: KeyboardEvent): void {
  if (isComposing(event)) event.preventDefault()
}
