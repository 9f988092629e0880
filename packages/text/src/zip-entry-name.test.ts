import { expect, it } from 'vitest'
import { entryNameOf } from './zip-entry-name'

const entry = (fileName: string, raw: string, more: object = {}) => ({
  fileName,
  fileNameRaw: Buffer.from(raw, 'hex'),
  generalPurposeBitFlag: 0,
  extraFields: [],
  ...more,
})

it.each([
  ['plain', entry('plan.txt', '706c616e2e747874'), 'plan.txt'],
  ['marked as UTF-8', entry('研发.txt', 'e7a094e58f912e747874', { generalPurposeBitFlag: 0x800 }), '研发.txt'],
  ['UTF-8 without its mark', entry('τáöσÅæ.txt', 'e7a094e58f912e747874'), '研发.txt'],
  ['of Chinese Windows', entry('╤╨╖ó.txt', 'd1d0b7a22e747874'), '研发.txt'],
  ['of Chinese Windows with a rare character', entry('╓∞ΘF╗∙.txt', 'd6ece946bbf92e747874'), '朱镕基.txt'],
  ['of German Windows', entry('Müller.png', '4d816c6c65722e706e67'), 'Müller.png'],
  ['of German Windows with two letters on end', entry('Größe.png', '477294e1652e706e67'), 'Größe.png'],
  ['of French Windows', entry('créée.png', '63728282652e706e67'), 'créée.png'],
])('reads a name %s', (_kind, given, expected) => {
  expect(entryNameOf(given)).toBe(expected)
})

it('keeps the name that a field of its own gives', () => {
  const data = Buffer.concat([Buffer.alloc(5, 1), Buffer.from('研发\\计划.txt')])
  const given = entry('研发/计划.txt', 'bfaab7a22e747874', { extraFields: [{ id: 0x7075, data }] })
  expect(entryNameOf(given)).toBe('研发/计划.txt')
})
