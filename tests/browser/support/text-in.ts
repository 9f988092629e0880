import { type Language, type ParametersOf, type TextKey, translate } from '@parley/locale'

/** What the page says in a language. */
export const textIn =
  (language: Language) =>
  <Key extends TextKey>(key: Key, ...parameters: ParametersOf<Key>): string =>
    translate(language, key, ...parameters)
