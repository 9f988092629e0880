import type { Catalogue, Language } from './catalogue'
import type { documentTexts } from './en/document-texts'
import type { pageTexts } from './en/page-texts'

/** The part of the catalogue that a page in a browser needs: no texts of the command line, of mail and the like. */
export type PageTexts = Pick<Catalogue, keyof typeof pageTexts | keyof typeof documentTexts>
export type DocumentTexts = Pick<Catalogue, keyof typeof documentTexts>
export type PageTextKey = keyof PageTexts

/** One language's texts, fetched when they are first wanted: nobody reads both at once. */
export const loadPageTexts: Readonly<Record<Language, () => Promise<Omit<PageTexts, keyof DocumentTexts>>>> = {
  en: async () => (await import('./en/page-texts')).pageTexts,
  zh: async () => (await import('./zh/page-texts')).pageTexts,
}

/** What {@link loadPageTexts} leaves to the pages about documents. */
export const loadDocumentTexts: Readonly<Record<Language, () => Promise<DocumentTexts>>> = {
  en: async () => (await import('./en/document-texts')).documentTexts,
  zh: async () => (await import('./zh/document-texts')).documentTexts,
}
