import { detectLanguage } from '@parley/text'
import type { TaskProposal } from '../task-proposal'
import { extractTasks } from '../tasks/extract-tasks'
import { understandEncoded } from '../understand'
import type { IntentPrediction, Slot, Understanding } from '../understanding'
import type { RuleBook } from './rule-book'
import type { RuleReading } from './rule-reading'
import type { RuleScene } from './rule-scene'
import type { RuleTrace } from './rule-trace'
import { settleIntent } from './settle-intent'
import { settleTasks } from './settle-tasks'
import { settleTone } from './settle-tone'
import { type FoundTerm, withTerms } from './with-terms'

export interface ReadMessage {
  readonly understanding: Understanding
  readonly tasks: readonly TaskProposal[]
}

const NO_INTENT: IntentPrediction = {
  ...{ name: null, confidence: 0, threshold: 1, features: 'none' },
  ...{ ranking: [], nearestExamples: [] },
}

/**
 * Reads a message as the heads do, and then as the rules want it: first its intent, then how it is said, then its tasks, each
 * in the light of what was settled before. What was done, and what the heads alone said, is told with it.
 */
export function readWithRules(reading: RuleReading, book: RuleBook): ReadMessage {
  const { text, situation } = reading
  const { patterns, terms } = book.look(text)
  const alone = readAlone(reading, terms)
  const { speakerId, channelId, relations = [] } = situation
  const about = { speakerId, channelId, relations, slots: alone.slots, language: alone.language, found: { patterns } }
  const scene: RuleScene = { ...about, intent: null, tone: undefined }
  const intent = settleIntent(reading, alone.intent, book.firing('intent', scene))
  const tone = settleTone(reading, alone.tone, { ...scene, intent: intent.value.name }, book)
  const understanding = { ...alone, intent: intent.value, ...(tone.value && { tone: tone.value }) }
  const read = extractTasks(text, understanding, situation)
  const tasks = settleTasks(read, book.firing('task', { ...scene, intent: intent.value.name, tone: tone.value }))
  return { understanding: withTrace(understanding, [intent, tone, tasks]), tasks: tasks.value }
}

function readAlone(
  { text, situation, encoding, heads, recognise }: RuleReading,
  terms: readonly FoundTerm[],
): Understanding {
  const slots: readonly Slot[] = withTerms(recognise(text, situation), terms, text)
  if (!heads) return { language: detectLanguage(text), intent: NO_INTENT, slots }
  return understandEncoded(text, situation, encoding, { ...heads, recognise: () => slots })
}

function withTrace(understanding: Understanding, settled: readonly RuleTrace[]): Understanding {
  const applied = settled.flatMap((one) => one.applied)
  const model = settled.flatMap((one) => one.model)
  return applied.length === 0 ? understanding : { ...understanding, rules: { applied, model } }
}
