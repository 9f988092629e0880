import type { Catalogue, TextKey } from './catalogue'

/** The text under a key that is put together of what came over the wire; undefined where there is none. */
export const textNamed = (texts: Partial<Catalogue>, key: string): unknown =>
  Object.hasOwn(texts, key) ? texts[key as TextKey] : undefined
