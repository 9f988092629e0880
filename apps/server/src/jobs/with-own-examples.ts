import { exampleKey, type IntentExample } from '@parley/nlu'

/** A workspace's own word on a text outranks the shipped one, however it is written: two labels of one text teach nothing. */
export function withOwnExamples(shipped: readonly IntentExample[], own: readonly IntentExample[]): IntentExample[] {
  const said = new Set(own.map(({ text }) => exampleKey(text)))
  return [...shipped.filter(({ text }) => !said.has(exampleKey(text))), ...own]
}
