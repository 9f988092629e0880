import { expect, test } from 'vitest'
import { highlight, holdsPhrase } from './highlight'

const marked = (text: string, words: readonly string[], phrases: readonly string[] = []) =>
  highlight(text, new Set(words), phrases).map(({ start, end }) => text.slice(start, end))

test('marks words in all their forms, and joins those that touch', () => {
  expect(marked('We deployed; the deployments ran', ['deploi'])).toEqual(['deployed', 'deployments'])
  expect(marked('《人工智能基础》到货', ['人工', '工智', '智能'])).toEqual(['人工智能'])
  expect(marked('nothing here', ['else'])).toEqual([])
})

test('marks phrases where they stand, whatever their form', () => {
  expect(marked('The  Release Plan and a release', [], ['release plan'])).toEqual(['Release Plan'])
  expect(marked('請更新軟件', [], ['软件'])).toEqual(['軟件'])
  expect(marked('any', [], [''])).toEqual([])
})

test('a phrase is held as a whole or not at all', () => {
  expect(holdsPhrase('The RELEASE\n plan', 'release plan')).toBe(true)
  expect(holdsPhrase('plan of the release', 'release plan')).toBe(false)
  expect(holdsPhrase('anything', '\u200b')).toBe(false)
})
