import type { Catalogue, Language, ParametersOf, TextKey } from './catalogue'
import { fillIn } from './fill-in'

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
  const known = new Map<string, unknown>(Object.entries(texts))
  const text = known.get(`error.${code}`) ?? texts['error.internal']
  return fillIn(language, String(text), { ...parameters, ...reasonInWords(known, parameters.reason, language) })
}

/** ENOTFOUND says something to whoever helps, and nothing to whoever needs help. */
function reasonInWords(known: ReadonlyMap<string, unknown>, code: unknown, language: Language) {
  const words = known.get(`unreachable.${code}`)
  if (typeof words !== 'string') return {}
  return { reason: language === 'zh' ? `${words}（${code}）` : `${words} (${code})` }
}
