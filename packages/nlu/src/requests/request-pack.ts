import requests from '../../packs/requests/requests.json'
import type { IntentPack } from '../packs/intent-pack'

/** Sentences and clauses that ask for something, that promise something, and that do neither. */
export function loadRequestPack(): IntentPack {
  return { ...requests, namesAreWordings: false }
}
