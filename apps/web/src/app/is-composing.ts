import type { KeyboardEvent } from 'react'

const HANDLED_BY_INPUT_METHOD = 229

/** Whether a key belongs to an input method: Enter that picks a candidate must not send. Safari only sets the key code. */
export const isComposing = (event: KeyboardEvent): boolean =>
  event.nativeEvent.isComposing || event.keyCode === HANDLED_BY_INPUT_METHOD
