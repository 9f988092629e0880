import {
  type Language,
  loadPageTexts,
  loadRareTexts,
  type PageTextKey,
  type PageTexts,
  type ParametersOf,
  type RareTexts,
  say,
} from '@parley/locale'

type Texts = Omit<PageTexts, keyof RareTexts> & Partial<RareTexts>

const loaded = new Map<Language, Texts>()
let areRareShown = false

/** Fetches a language's texts; without them nothing is shown in it. */
export async function loadTexts(language: Language): Promise<void> {
  if (!loaded.has(language)) loaded.set(language, await loadPageTexts[language]())
  if (areRareShown) await addRareTexts(language)
}

/** Loads a part of the page that shows texts which others do not, together with these, in every language in use. */
export async function withRareTexts<Part>(load: () => Promise<Part>): Promise<Part> {
  areRareShown = true
  const [part] = await Promise.all([load(), ...[...loaded.keys()].map(addRareTexts)])
  return part
}

async function addRareTexts(language: Language): Promise<void> {
  const texts = await loadRareTexts[language]()
  loaded.set(language, { ...loaded.get(language)!, ...texts })
}

/** A language's texts, or while they are not here yet those of the other one: better than nothing. */
export function textsOf(language: Language): Texts {
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
