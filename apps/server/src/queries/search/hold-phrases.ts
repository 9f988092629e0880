import { foldPhrase, foldPhraseInSteps } from '@parley/text'

export interface AskedPhrases {
  readonly phrases: readonly string[]
  readonly unwantedPhrases: readonly string[]
}

/** So many UTF-16 units of short texts are looked at in one step. */
const STEP_LENGTH = 4_000

/**
 * Those of some texts that hold every phrase, and no unwanted one, whatever their case, width, spaces and script variant;
 * none holds an empty one. A few thousand characters in each step.
 */
export function* holdingPhrasesInSteps<Holder>(
  holders: readonly Holder[],
  textOf: (holder: Holder) => string,
  asked: AskedPhrases,
): Generator<void, Holder[]> {
  const wanted = asked.phrases.map(foldPhrase)
  const unwanted = asked.unwantedPhrases.map(foldPhrase)
  const held: Holder[] = []
  let length = 0
  for (const holder of holders) {
    const text = textOf(holder)
    const folded = yield* foldPhraseInSteps(text)
    const holds = (phrase: string) => phrase !== '' && folded.includes(phrase)
    if (wanted.every(holds) && !unwanted.some(holds)) held.push(holder)
    length += text.length
    if (length < STEP_LENGTH) continue
    length = 0
    yield
  }
  return held
}
