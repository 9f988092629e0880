import { expect, it } from 'vitest'
import { fittingWidth, SIDEBAR_WIDTH, widthAfterKey } from './sidebar-width'

const { least, most } = SIDEBAR_WIDTH

it.each([
  [300.4, 300],
  [0, least],
  [5000, most],
])('fits a width of %f pixels', (wanted, fitting) => {
  expect(fittingWidth(wanted)).toBe(fitting)
})

it.each([
  ['ArrowRight', 260, 276],
  ['ArrowLeft', 260, 244],
  ['ArrowLeft', least, least],
  ['ArrowRight', most, most],
  ['Home', 300, least],
  ['End', 300, most],
])('moves the edge by %s from %i', (key, from, to) => {
  expect(widthAfterKey(key, from)).toBe(to)
})

it('leaves other keys to the page', () => {
  expect(widthAfterKey('Enter', 300)).toBeNull()
})
