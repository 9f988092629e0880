import type { Language } from '@parley/protocol'
import { fittingWidth, SIDEBAR_WIDTH } from './sidebar-width'

export type Theme = 'system' | 'light' | 'dark'

export const undoChoices = [0, 5, 10, 20] as const
export type UndoSeconds = (typeof undoChoices)[number]

export interface Preferences {
  readonly language: Language
  readonly theme: Theme
  /** Pixels. */
  readonly sidebarWidth: number
  /** How long a message that was sent can be taken back; 0: it is not offered. */
  readonly undoSeconds: UndoSeconds
  /** Whether the buttons that format a text are shown above it. */
  readonly hasFormatting: boolean
  /** Whether recent messages are kept on this device, to be read without a connection. */
  readonly keepsMessages: boolean
}

/** What this browser remembers: the language before anybody signs in, and how the page looks. */
export interface PreferenceStore {
  get(): Preferences
  set(change: Partial<Preferences>): void
  subscribe(listener: () => void): () => void
}

const KEY = 'parley.preferences'

export function createPreferenceStore(storage: Storage, browserLanguages: readonly string[]): PreferenceStore {
  const listeners = new Set<() => void>()
  let current: Preferences = {
    language: preferredLanguage(browserLanguages),
    theme: 'system',
    sidebarWidth: SIDEBAR_WIDTH.usual,
    undoSeconds: 10,
    hasFormatting: false,
    keepsMessages: true,
    ...readStored(storage),
  }
  return {
    get: () => current,
    set: (change) => {
      current = { ...current, ...change }
      storage.setItem(KEY, JSON.stringify(current))
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function preferredLanguage(browserLanguages: readonly string[]): Language {
  const known = browserLanguages.find((tag) => /^(zh|en)\b/i.test(tag))
  return known?.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

function readStored(storage: Storage): Partial<Preferences> {
  const stored = parseObject(storage.getItem(KEY))
  const undoSeconds = undoChoices.find((it) => it === stored.undoSeconds)
  return {
    ...(stored.language === 'zh' || stored.language === 'en' ? { language: stored.language } : {}),
    ...(stored.theme === 'light' || stored.theme === 'dark' ? { theme: stored.theme } : {}),
    ...(typeof stored.keepsMessages === 'boolean' ? { keepsMessages: stored.keepsMessages } : {}),
    ...(undoSeconds !== undefined && { undoSeconds }),
    ...(Number.isFinite(stored.sidebarWidth) ? { sidebarWidth: fittingWidth(Number(stored.sidebarWidth)) } : {}),
    ...(typeof stored.hasFormatting === 'boolean' ? { hasFormatting: stored.hasFormatting } : {}),
  }
}

/** A value that somebody else wrote into the storage counts as nothing stored. */
function parseObject(json: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json ?? '{}')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
