import { type Language, loadPageTexts, type PageTextKey, type PageTexts, type ParametersOf, say } from '@parley/locale'

const loaded = new Map<Language, PageTexts>()

/** Fetches a language's texts; without them nothing is shown in it. */
export async function loadTexts(language: Language): Promise<void> {
  if (!loaded.has(language)) loaded.set(language, await loadPageTexts[language]())
}

/** A language's texts, or while they are not here yet those of the other one: better than nothing. */
export function textsOf(language: Language): PageTexts {
  const texts = loaded.get(language) ?? [...loaded.values()][0]
  if (!texts) throw new Error('no language was loaded')
  return texts
}

export const isTextKey = (key: string): key is PageTextKey =>
  [...loaded.values()].some((texts) => Object.hasOwn(texts, key))

/** A text in a language other than the reader's own, say. In components: `useText`. */
export const textIn = <Key extends PageTextKey>(
  language: Language,
  key: Key,
  ...parameters: ParametersOf<Key>
): string => say(textsOf(language), language, key, ...parameters)
