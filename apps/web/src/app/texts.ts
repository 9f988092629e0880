import {
  type DocumentTexts,
  type Language,
  loadDocumentTexts,
  loadPageTexts,
  type PageTextKey,
  type PageTexts,
  type ParametersOf,
  say,
} from '@parley/locale'

type Texts = Omit<PageTexts, keyof DocumentTexts> & Partial<DocumentTexts>

const loaded = new Map<Language, Texts>()
let areDocumentsShown = false

/** Fetches a language's texts; without them nothing is shown in it. */
export async function loadTexts(language: Language): Promise<void> {
  if (!loaded.has(language)) loaded.set(language, await loadPageTexts[language]())
  if (areDocumentsShown) await addDocumentTexts(language)
}

/** Loads a part of the page that shows texts about documents, together with these, in every language in use. */
export async function withDocumentTexts<Part>(load: () => Promise<Part>): Promise<Part> {
  areDocumentsShown = true
  const [part] = await Promise.all([load(), ...[...loaded.keys()].map(addDocumentTexts)])
  return part
}

async function addDocumentTexts(language: Language): Promise<void> {
  const texts = await loadDocumentTexts[language]()
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
