import type { Language } from '@parley/text'
import workplace from '../../packs/workplace/intents.json'
import type { IntentExample } from '../intents/intent-model'

type Examples = Readonly<Record<Language, readonly string[]>>

/** Intents with examples in both languages, installed as one. */
export interface IntentPack {
  readonly name: string
  readonly version: string
  /** Default true. False where names are those of kinds, which nobody says: no wording is made of them. */
  readonly namesAreWordings?: boolean
  readonly intents: Readonly<
    Record<string, { readonly description: Readonly<Record<Language, string>>; readonly examples: Examples }>
  >
  /** Messages that none of the intents means. */
  readonly outOfScope: Examples
}

/** The intents of ordinary work that Parley ships. */
export function loadPack(): IntentPack {
  return workplace
}

/** The pack's examples, intent after intent, those out of scope last. */
export function packExamples({ intents, outOfScope }: IntentPack): IntentExample[] {
  const inScope = Object.entries(intents).flatMap(([intent, { examples }]) => label(examples, intent))
  return [...inScope, ...label(outOfScope, null)]
}

function label({ zh, en }: Examples, intent: string | null): IntentExample[] {
  return [...zh, ...en].map((text) => ({ text, intent }))
}
