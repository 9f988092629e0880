import type { Catalogue, Language } from './catalogue'
import type { pageTexts } from './en/page-texts'
import type { rareTexts } from './en/rare-texts'

/** The part of the catalogue that a page in a browser needs: no texts of the command line, of mail and the like. */
export type PageTexts = Pick<Catalogue, keyof typeof pageTexts | keyof typeof rareTexts>
export type RareTexts = Pick<Catalogue, keyof typeof rareTexts>
export type PageTextKey = keyof PageTexts

/** One language's texts, fetched when they are first wanted: nobody reads both at once. */
export const loadPageTexts: Readonly<Record<Language, () => Promise<Omit<PageTexts, keyof RareTexts>>>> = {
  en: async () => (await import('./en/page-texts')).pageTexts,
  zh: async () => (await import('./zh/page-texts')).pageTexts,
}

/** What {@link loadPageTexts} leaves to the pages about documents, integrations and the log. */
export const loadRareTexts: Readonly<Record<Language, () => Promise<RareTexts>>> = {
  en: async () => (await import('./en/rare-texts')).rareTexts,
  zh: async () => (await import('./zh/rare-texts')).rareTexts,
}
