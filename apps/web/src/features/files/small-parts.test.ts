import { describe, expect, it } from 'vitest'
import { decodeText } from './decode-text'
import { lookOf } from './file-kind'
import { formatSize } from './format-size'
import { pictureBox } from './picture-box'

describe('a size in words', () => {
  it('has the unit that fits, and no more digits than tell something', () => {
    expect([0, 999, 1_000, 1_250_000, 123_456_789].map((size) => formatSize(size, 'en'))).toEqual([
      '0 bytes',
      '999 bytes',
      '1 kB',
      '1.3 MB',
      '123 MB',
    ])
  })
})

describe('the place of a picture', () => {
  it('is its own shape within bounds, and never too small to click', () => {
    expect(pictureBox({ width: 1600, height: 900 })).toEqual({ width: 360, aspectRatio: '360 / 203' })
    expect(pictureBox({ width: 900, height: 1600 })).toEqual({ width: 169, aspectRatio: '169 / 300' })
    expect(pictureBox({ width: 100, height: 80 })).toEqual({ width: 100, aspectRatio: '100 / 80' })
    expect(pictureBox({ width: 2000, height: 10 })).toEqual({ width: 360, aspectRatio: '360 / 48' })
  })
})

describe('a text of unknown encoding', () => {
  it('is read as what it was written in, also when it is cut within a character', () => {
    expect(decodeText(new TextEncoder().encode('发布清单'))).toBe('发布清单')
    expect(decodeText(new TextEncoder().encode('发布清单').subarray(0, 11))).toBe('发布清')
    expect(decodeText(Uint8Array.from([0xb7, 0xa2, 0xb2, 0xbc]))).toBe('发布')
    expect(decodeText(Uint8Array.from([0xff, 0xfe, 0x41, 0x00]))).toBe('A')
    expect(decodeText(Uint8Array.from([0x63, 0x61, 0x66, 0xe9]))).toMatch(/^caf/)
  })
})

describe('what a file is to people', () => {
  it.each([
    ['text/plain', 'text'],
    ['application/pdf', 'pdf'],
    ['application/zip', 'archive'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'document'],
    ['application/octet-stream', 'other'],
  ])('%s is %s', (mimeType, look) => {
    expect(lookOf(mimeType)).toBe(look)
  })
})
