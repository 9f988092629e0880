import { expect, test } from 'vitest'
import { floatField, integerField, messageField, stringField } from './protobuf'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

test('integers are written as in the documentation of Protocol Buffers', () => {
  expect(hex(integerField(1, 150))).toBe('089601')
})

test('strings and messages carry their length', () => {
  expect(hex(stringField(2, 'testing'))).toBe('120774657374696e67')
  expect(hex(messageField(3, integerField(1, 150)))).toBe('1a03089601')
})

test('offsets above 32 bits keep all their digits', () => {
  expect(hex(integerField(1, 2 ** 40 + 1))).toBe('08818080808020')
})

test('a negative integer takes ten bytes', () => {
  expect(hex(integerField(1, -1))).toBe('08ffffffffffffffffff01')
})

test('floats are four bytes, little-endian', () => {
  expect(hex(floatField(2, 1))).toBe('150000803f')
})

test('a fraction is no integer', () => {
  expect(() => integerField(1, 0.5)).toThrow(RangeError)
})
