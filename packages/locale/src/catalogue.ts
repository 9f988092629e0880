import type { en } from './en'
import type { Translated } from './translated'

export type Language = 'zh' | 'en'

/** English decides which texts there are; a text that another language lacks does not compile. */
export type Catalogue = Translated<typeof en>
export type TextKey = keyof Catalogue

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never

/** What a text needs: the names in its braces, or what its function takes. */
export type TextParameters<Key extends TextKey> = (typeof en)[Key] extends (parameters: infer Parameters) => string
  ? Parameters
  : (typeof en)[Key] extends string
    ? { readonly [Name in Placeholders<(typeof en)[Key]>]: string | number }
    : never

/** Texts without parameters are asked for by key alone. */
export type ParametersOf<Key extends TextKey> = keyof TextParameters<Key> extends never
  ? []
  : [parameters: TextParameters<Key>]
