import type { Catalogue, Language } from './catalogue'
import type { pageTexts } from './en/page-texts'

/** The part of the catalogue that a page in a browser needs: no texts of the command line, of mail and the like. */
export type PageTexts = Pick<Catalogue, keyof typeof pageTexts>
export type PageTextKey = keyof PageTexts

/** One language's texts, fetched when they are first wanted: nobody reads both at once. */
export const loadPageTexts: Readonly<Record<Language, () => Promise<PageTexts>>> = {
  en: async () => (await import('./en/page-texts')).pageTexts,
  zh: async () => (await import('./zh/page-texts')).pageTexts,
}
