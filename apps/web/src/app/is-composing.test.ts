import { expect, test } from 'vitest'
import { isComposing, keepWhileComposing } from './is-composing'

const key = (isMarked: boolean, keyCode: number) => {
  const event = { isComposing: isMarked, keyCode, isPrevented: false, preventDefault: () => {} }
  event.preventDefault = () => {
    event.isPrevented = true
  }
  return event as typeof event & KeyboardEvent
}
const ESCAPE = 27

test('knows a key of an input method by its mark, or in Safari by its code, as React has it too', () => {
  expect(isComposing(key(true, ESCAPE))).toBe(true)
  expect(isComposing(key(false, 229))).toBe(true)
  expect(isComposing(key(false, ESCAPE))).toBe(false)
  expect(isComposing({ nativeEvent: key(true, ESCAPE) } as never)).toBe(true)
})

test('keeps open what Esc would close while a candidate is dropped, and nothing else', () => {
  const [dropping, closing] = [key(true, ESCAPE), key(false, ESCAPE)]
  keepWhileComposing(dropping)
  keepWhileComposing(closing)
  expect([dropping.isPrevented, closing.isPrevented]).toEqual([true, false])
})
