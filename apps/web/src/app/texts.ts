import {
  type Language,
  type LoadedTexts,
  loadAreaTexts,
  loadPageTexts,
  type PageTextKey,
  type ParametersOf,
  say,
  type TextArea,
} from '@parley/locale'

const loaded = new Map<Language, LoadedTexts>()
/** Areas that some page has opened: a language that is fetched later comes with them. */
const areas = new Map<TextArea, Promise<unknown>>()

/** Fetches a language's texts; without them nothing is shown in it. */
export async function loadTexts(language: Language): Promise<void> {
  if (loaded.has(language)) return
  loaded.set(language, await loadPageTexts[language]())
  await Promise.all([...areas.keys()].map((area) => addArea(area, language)))
}

/** Loads a part of the client that says more than the first page, together with what it says, in every language in use. */
export async function withTexts<Part>(area: TextArea, load: () => Promise<Part>): Promise<Part> {
  const texts = areas.get(area) ?? Promise.all([...loaded.keys()].map((language) => addArea(area, language)))
  areas.set(area, texts)
  // Whoever tries again after a failure asks anew.
  texts.catch(() => areas.delete(area))
  const [part] = await Promise.all([load(), texts])
  return part
}

export const withDocumentTexts = <Part>(load: () => Promise<Part>): Promise<Part> => withTexts('documents', load)

async function addArea(area: TextArea, language: Language): Promise<void> {
  const more = await loadAreaTexts[area][language]()
  loaded.set(language, { ...textsOf(language), ...more })
}

/** A language's texts, or while they are not here yet those of the other one: better than nothing. */
export function textsOf(language: Language): LoadedTexts {
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
