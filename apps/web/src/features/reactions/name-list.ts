import type { Language } from '@parley/protocol'

const MOST_NAMED = 12

/** "Tom, Li Na and 3 more", as the language joins names. */
export function nameList(names: readonly string[], language: Language, more: (count: number) => string): string {
  const rest = names.length - MOST_NAMED
  const parts = rest > 0 ? [...names.slice(0, MOST_NAMED), more(rest)] : names
  return new Intl.ListFormat(language === 'zh' ? 'zh-CN' : 'en-GB').format(parts)
}
