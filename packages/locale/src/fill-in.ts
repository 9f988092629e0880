import type { Language } from './catalogue'

const locales: Readonly<Record<Language, string>> = { en: 'en-US', zh: 'zh-CN' }

/** Puts values in the place of `{names}`. A value that is missing shows as an ellipsis rather than as its name. */
export function fillIn(language: Language, text: string, values: Readonly<Record<string, unknown>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => written(language, values[name]))
}

function written(language: Language, value: unknown): string {
  if (typeof value === 'number') return value.toLocaleString(locales[language])
  return typeof value === 'string' ? value : '…'
}
