import { expect, it } from 'vitest'
import { moved, placeOf, squareOf, WHOLE, zoomed } from './crop'

const image = { width: 600, height: 200 }

it('begins with the middle, and names it in the image’s own pixels', () => {
  expect(squareOf(image, WHOLE)).toEqual({ left: 200, top: 0, size: 200 })
  expect(squareOf(image, zoomed(image, WHOLE, 2))).toEqual({ left: 250, top: 50, size: 100 })
})

it('moves with what drags it, and stops at the edges', () => {
  expect(squareOf(image, moved(image, WHOLE, { x: 120, y: 50 }, 240))).toEqual({ left: 100, top: 0, size: 200 })
  expect(squareOf(image, moved(image, WHOLE, { x: -9999, y: 0 }, 240))).toEqual({ left: 400, top: 0, size: 200 })
})

it('leaves no empty edge when it is made wider again at an edge', () => {
  const corner = moved(image, zoomed(image, WHOLE, 4), { x: 9999, y: 9999 }, 240)
  expect(squareOf(image, corner)).toEqual({ left: 0, top: 0, size: 50 })
  expect(squareOf(image, zoomed(image, corner, 1))).toEqual({ left: 0, top: 0, size: 200 })
})

it('shows the image so that the square fills the stage', () => {
  expect(placeOf(image, WHOLE, 240)).toEqual({ width: 720, height: 240, left: -240, top: 0 })
})
