import type { Catalogue, Language, ParametersOf, TextKey } from './catalogue'
import { en } from './en'
import { fillIn } from './fill-in'
import { say, sayError } from './say'
import { zh } from './zh'

const catalogues: Readonly<Record<Language, Catalogue>> = { en, zh }

/**
 * A text in a language: `translate('zh', 'error.text_too_long', { length: 41_000, limit: 40_000 })`.
 * Numbers are written as the language writes them.
 */
export function translate<Key extends TextKey>(language: Language, key: Key, ...parameters: ParametersOf<Key>): string {
  return say(catalogues[language], language, key, ...parameters)
}

/** The text of an error as it crossed the wire; a code of a newer server is told as an internal error. */
export function translateError(
  language: Language,
  code: string,
  parameters: Readonly<Record<string, unknown>>,
): string {
  return sayError(catalogues[language], language, code, parameters)
}

/** Why a server could not start; a code without a text of its own is told as an unexpected one. */
export function translateStartError(
  language: Language,
  code: string,
  parameters: Readonly<Record<string, unknown>>,
): string {
  const key = `server.start.${code}`
  const known = isTextKey(key) ? key : 'server.start.unexpected'
  return fillIn(language, String(catalogues[language][known]), { detail: code, ...parameters })
}

const isTextKey = (key: string): key is TextKey => Object.hasOwn(en, key)
