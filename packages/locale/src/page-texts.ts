import type { Catalogue, Language } from './catalogue'
import type { administrationTexts } from './en/administration-texts'
import type { documentTexts } from './en/document-texts'
import type { graphTexts } from './en/graph-texts'
import type { pageTexts } from './en/page-texts'
import type { queryTexts } from './en/query-texts'
import type { reasonTexts } from './en/reason-texts'
import type { replyTexts } from './en/reply-texts'
import type { understandingTexts } from './en/understanding-texts'

/** The part of the catalogue that a page in a browser needs: no texts of the command line, of mail and the like. */
export type PageTexts = Pick<Catalogue, keyof typeof pageTexts>

/** Texts that few pages show: fetched with the first that does. */
export interface AreaTexts {
  readonly administration: Pick<Catalogue, keyof typeof administrationTexts>
  readonly documents: Pick<Catalogue, keyof typeof documentTexts>
  readonly graph: Pick<Catalogue, keyof typeof graphTexts>
  readonly queries: Pick<Catalogue, keyof typeof queryTexts>
  readonly reasons: Pick<Catalogue, keyof typeof reasonTexts>
  readonly replies: Pick<Catalogue, keyof typeof replyTexts>
  readonly understanding: Pick<Catalogue, keyof typeof understandingTexts>
}
export type TextArea = keyof AreaTexts

/** What a page may show, once its area is there. */
export type PageTextKey = keyof PageTexts | { [Area in TextArea]: keyof AreaTexts[Area] }[TextArea]

/** What is there of it: the page's own texts, and those of the areas that were opened. */
export type LoadedTexts = PageTexts & Partial<Pick<Catalogue, PageTextKey>>

/** One language's texts, fetched when they are first wanted: nobody reads both at once. */
export const loadPageTexts: Readonly<Record<Language, () => Promise<PageTexts>>> = {
  en: async () => (await import('./en/page-texts')).pageTexts,
  zh: async () => (await import('./zh/page-texts')).pageTexts,
}

export const loadAreaTexts: {
  readonly [Area in TextArea]: Readonly<Record<Language, () => Promise<AreaTexts[Area]>>>
} = {
  administration: {
    en: async () => (await import('./en/administration-texts')).administrationTexts,
    zh: async () => (await import('./zh/administration-texts')).administrationTexts,
  },
  documents: {
    en: async () => (await import('./en/document-texts')).documentTexts,
    zh: async () => (await import('./zh/document-texts')).documentTexts,
  },
  graph: {
    en: async () => (await import('./en/graph-texts')).graphTexts,
    zh: async () => (await import('./zh/graph-texts')).graphTexts,
  },
  queries: {
    en: async () => (await import('./en/query-texts')).queryTexts,
    zh: async () => (await import('./zh/query-texts')).queryTexts,
  },
  reasons: {
    en: async () => (await import('./en/reason-texts')).reasonTexts,
    zh: async () => (await import('./zh/reason-texts')).reasonTexts,
  },
  replies: {
    en: async () => (await import('./en/reply-texts')).replyTexts,
    zh: async () => (await import('./zh/reply-texts')).replyTexts,
  },
  understanding: {
    en: async () => (await import('./en/understanding-texts')).understandingTexts,
    zh: async () => (await import('./zh/understanding-texts')).understandingTexts,
  },
}
