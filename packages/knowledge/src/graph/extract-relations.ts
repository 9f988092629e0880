import { detectLanguage, splitSentences } from '@parley/text'
import type { JudgedName } from './known-names'
import type { FoundRelation, NamedEntity, ReadingContext } from './relation'
import { findCandidatesInSteps, type RelationCandidate } from './relation-candidates'
import { confidenceOf, isStated, RELATION_MODEL, type RelationModel } from './relation-model'
import { NOTHING_SPOKEN, speakingOf } from './spoken-of'

/** Less likely ones are not worth a person's look. */
const LEAST_CONFIDENCE = 0.3
/** Somebody who pastes a book has not said so much about the team. */
const LONGEST_TEXT = 20_000

/**
 * Relations that a text states, in Chinese and English: by patterns, with a calibrated confidence. Questions and denials
 * give none; "no longer" gives one that has ended. Linear in the text.
 */
export function extractRelations(
  text: string,
  context: ReadingContext,
  model: RelationModel = RELATION_MODEL,
): FoundRelation[] {
  return [...relationsInPieces(text, context, model)].flat()
}

/** {@link extractRelations}, piece by piece (many are empty), so that whoever reads a long text may let others have their turn. */
export function* relationsInPieces(
  text: string,
  context: ReadingContext,
  model: RelationModel = RELATION_MODEL,
): Generator<FoundRelation[]> {
  let spoken = NOTHING_SPOKEN
  for (const sentence of splitSentences(text.slice(0, LONGEST_TEXT))) {
    const all = yield* findCandidatesInSteps(sentence.text, context, spoken)
    spoken = speakingOf(spoken, sentence, all.flatMap(thingsOf), detectLanguage(sentence.text))
    const candidates = all.filter(isStated)
    const found = candidates.map((candidate) => asRelation(candidate, sentence, confidenceOf(candidate, model)))
    yield withoutDoubles(found.filter(({ confidence }) => confidence >= LEAST_CONFIDENCE))
  }
}

/** What "it" may mean afterwards. */
const thingsOf = ({ from, to }: RelationCandidate): string[] =>
  [from, to].filter(({ kind }) => !NO_THINGS.has(kind)).map(({ name }) => name)
const NO_THINGS: ReadonlySet<string> = new Set(['person', 'date', 'status', 'decision'])

function asRelation(
  { rule, from, to, hedges, since }: RelationCandidate,
  { start, end }: { readonly start: number; readonly end: number },
  confidence: number,
): FoundRelation {
  const moved = ({ quality: _, ...name }: JudgedName): NamedEntity => ({
    ...name,
    start: name.start + start,
    end: name.end + start,
  })
  return {
    ...{ type: rule.type, from: moved(from), to: moved(to), start: since ?? start, end, by: rule.name, confidence },
    ...(hedges.isEnded && { isEnded: true as const }),
  }
}

/** Two patterns may find the same; the surer one counts. */
function withoutDoubles(found: readonly FoundRelation[]): FoundRelation[] {
  const best = new Map<string, FoundRelation>()
  for (const relation of found) {
    const key = JSON.stringify([relation.type, relation.from.name, relation.to.name])
    if ((best.get(key)?.confidence ?? -1) < relation.confidence) best.set(key, relation)
  }
  return [...best.values()]
}
