import { knownNames, loadNamePack, nameExamples } from '../names/name-pack'
import { loadPack, packExamples } from '../packs/intent-pack'
import { loadRequestPack } from '../requests/request-pack'
import { latinWords } from '../substance/word-likeness'
import { loadTonePack } from '../tone/tone-pack'

let words: ReadonlySet<string> | undefined

/** Some four thousand Latin words that people write at work, and names that everybody knows: right, whoever's examples lack them. */
export function commonWords(): ReadonlySet<string> {
  words ??= new Set(texts().flatMap(latinWords))
  return words
}

function texts(): string[] {
  const { messages, briefly } = loadTonePack()
  return [
    ...[loadPack(), loadRequestPack()].flatMap(packExamples).map(({ text }) => text),
    ...[...messages.en, ...(briefly?.en ?? [])].map(({ text }) => text),
    ...[...nameExamples(loadNamePack()), ...knownNames()].map(({ text }) => text),
  ]
}
