import { beforeEach, expect, it } from 'vitest'
import { createPreferenceStore } from './preferences'

const stored = new Map<string, string>()
const storage: Storage = {
  getItem: (key) => stored.get(key) ?? null,
  setItem: (key, value) => void stored.set(key, value),
  removeItem: (key) => void stored.delete(key),
  clear: () => stored.clear(),
  key: () => null,
  length: 0,
}

beforeEach(() => stored.clear())

it.each([
  [['zh-CN', 'en'], 'zh'],
  [['de', 'zh-TW'], 'zh'],
  [['en-GB', 'zh'], 'en'],
  [['fr'], 'en'],
])('starts in the first language of the browser that Parley speaks: %o', (languages, expected) => {
  expect(createPreferenceStore(storage, languages).get().language).toBe(expected)
})

it('keeps what was chosen, tells who listens, and ignores what it did not write', () => {
  const store = createPreferenceStore(storage, ['en'])
  let told = 0
  store.subscribe(() => {
    told += 1
  })
  store.set({ theme: 'dark', sidebarWidth: 300, keepsMessages: false, undoSeconds: 20, hasFormatting: true })
  expect(told).toBe(1)
  expect(createPreferenceStore(storage, ['en']).get()).toEqual({
    language: 'en',
    theme: 'dark',
    sidebarWidth: 300,
    keepsMessages: false,
    undoSeconds: 20,
    hasFormatting: true,
  })
  storage.setItem('parley.preferences', '{"theme":"pink","language":3')
  expect(createPreferenceStore(storage, ['zh']).get()).toEqual({
    language: 'zh',
    theme: 'system',
    sidebarWidth: 260,
    hasFormatting: false,
    keepsMessages: true,
    undoSeconds: 10,
  })
  storage.setItem('parley.preferences', '{"sidebarWidth":99999}')
  expect(createPreferenceStore(storage, ['zh']).get().sidebarWidth).toBe(420)
})
