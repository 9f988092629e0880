import type { Language } from '@parley/text'

/** Something said in both languages, side by side. */
export type Bilingual<T = string> = Readonly<Record<Language, T>>
