import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMatrixProduct } from '@parley/inference'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type IntentPack, loadPack, packExamples } from './intent-pack'
import { openPack } from './train-pack'

const product = createMatrixProduct()
let directory = ''
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'parley-packs-'))
})
afterAll(async () => {
  await product.close()
  await rm(directory, { recursive: true, force: true })
})

const description = { zh: '', en: '' }
const pack: IntentPack = {
  name: 'tiny',
  version: '1',
  intents: {
    greet: { description, examples: { zh: ['你好', '您好呀', '早上好'], en: ['hello', 'hi there', 'good morning'] } },
    thank: { description, examples: { zh: ['谢谢', '多谢了', '感谢你'], en: ['thanks', 'thank you', 'many thanks'] } },
  },
  outOfScope: { zh: ['天空很蓝'], en: ['the sky is blue'] },
}

function open(which: IntentPack) {
  let hasTrained = false
  const onProgress = () => {
    hasTrained = true
  }
  const opened = openPack(which, { directory, encoder: null, product, onProgress })
  return opened.then((classifier) => ({ classifier, hasTrained }))
}

test('a pack is trained once and opened as kept after that', async () => {
  const first = await open(pack)
  const second = await open(pack)
  expect([first.hasTrained, second.hasTrained]).toEqual([true, false])
  expect(second.classifier.predict(null, '谢谢你')).toEqual(first.classifier.predict(null, '谢谢你'))
})

test('a pack whose examples changed is trained anew', async () => {
  const changed = { ...pack, outOfScope: { zh: [], en: ['grass is green'] } }
  expect((await open(changed)).hasTrained).toBe(true)
})

test('a damaged model is trained anew', async () => {
  const changed = { ...pack, outOfScope: { zh: [], en: ['snow is white'] } }
  const known = new Set(await readdir(directory))
  await open(changed)
  const made = (await readdir(directory)).filter((name) => !known.has(name))
  expect(made).toHaveLength(1)
  await writeFile(join(directory, made[0] as string, 'weights.bin'), 'broken')
  expect((await open(changed)).hasTrained).toBe(true)
  expect((await open(changed)).hasTrained).toBe(false)
})

test('the shipped pack gives examples of every intent, and of none', () => {
  const examples = packExamples(loadPack())
  expect(new Set(examples.map(({ intent }) => intent)).size).toBe(Object.keys(loadPack().intents).length + 1)
})
