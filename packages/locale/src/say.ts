import type { Catalogue, Language, ParametersOf, TextKey } from './catalogue'
import { fillIn } from './fill-in'
import { textNamed } from './text-named'

/** A text of a catalogue, or of a part of one, with its places filled in. Numbers are written as the language writes them. */
export function say<Key extends TextKey>(
  texts: Partial<Catalogue>,
  language: Language,
  key: Key,
  ...[parameters]: ParametersOf<Key>
): string {
  const text: unknown = texts[key]
  if (typeof text === 'function') return text(parameters)
  return fillIn(language, String(text), parameters ?? {})
}

/** The text of an error as it crossed the wire; a code of a newer server is told as an internal error. */
export function sayError(
  texts: Partial<Catalogue>,
  language: Language,
  code: string,
  parameters: Readonly<Record<string, unknown>>,
): string {
  const text = textNamed(texts, `error.${code}`) ?? texts['error.internal']
  return fillIn(language, String(text), { ...parameters, ...reasonInWords(texts, parameters.reason, language) })
}

/** ENOTFOUND says something to whoever helps, and nothing to whoever needs help. */
function reasonInWords(texts: Partial<Catalogue>, code: unknown, language: Language) {
  const words = textNamed(texts, `unreachable.${code}`)
  if (typeof words !== 'string') return {}
  return { reason: language === 'zh' ? `${words}（${code}）` : `${words} (${code})` }
}
