import type { Language } from '@parley/protocol'

/** The language of error texts: the first of zh and en that the reader prefers. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  return /^\s*zh\b/i.test(acceptLanguage ?? '') ? 'zh' : 'en'
}
