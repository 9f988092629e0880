export { encodeAsMeant, type MessageEncoding, statesAsMeant } from './encode-as-meant'
export { encodeMessages } from './encode-messages'
export {
  type Attribution,
  explainIntent,
  type IntentExplanation,
} from './explanation/explain-intent'
export type { FlippingEdit } from './explanation/flipping-edit'
export { classifiedPart } from './features/classified-part'
export { compareIntents, type IntentComparison } from './intents/compare-intents'
export { describeIntents, type IntentFigures, type OperatingPoint } from './intents/describe-intents'
export { exampleKey } from './intents/example-key'
export { extendIntents } from './intents/extend-intents'
export { IntentClassifier } from './intents/intent-classifier'
export { type IntentExample, type IntentModel, IntentModelError, IntentTrainingError } from './intents/intent-model'
export { trainIntents } from './intents/train-intents'
export { LabelClassifier } from './labels/label-classifier'
export { type LabelExample, LabelModelError, type LabelPrediction, LabelTrainingError } from './labels/label-model'
export { mixMessages } from './labels/mix-messages'
export { knownNames, loadNamePack, nameExamples } from './names/name-pack'
export { createRandom, shuffle } from './numeric/random'
export { loadIntentModel, saveIntentModel } from './packs/intent-files'
export { type IntentPack, loadPack, packExamples } from './packs/intent-pack'
export {
  type HeadName,
  type MissingHeads,
  missingHeads,
  openKeptHeads,
  type ShippedHeads,
  trainHead,
} from './packs/shipped-heads'
export { openPack, trainPack } from './packs/train-pack'
export type { Period } from './periods/period'
export { readPeriods } from './periods/read-periods'
export { type ReadDeadline, readDeadline } from './plans/read-deadline'
export { type Plan, type PlanSlot, readPlan } from './plans/read-plan'
export { withoutRepetition } from './plans/repetition'
export { withNextTimes } from './recognisers/next-times'
export { parseNumeral } from './recognisers/numerals'
export { people as recognisePeople } from './recognisers/people'
export { recognise } from './recognisers/recognise'
export { type ChatLine, MAX_LINES, windowOf } from './replies/chat-line'
export { type LineTraits, lineTraits } from './replies/line-traits'
export { type FoundReply, ReplyFinder } from './replies/reply-finder'
export type { ReplyModel } from './replies/reply-model'
export { REPLY_REASONS, type ReplyReason } from './replies/reply-reasons'
export { replyScene } from './replies/reply-scene'
export { shippedReplyFinder } from './replies/shipped-reply-finder'
export { type ReplyExample, trainReplies } from './replies/train-replies'
export { isWorthProposing, PROPOSAL_CONFIDENCE } from './replies/worth-proposing'
export { loadRequestPack } from './requests/request-pack'
export { findRuleFaults, type KnownValues, type RuleFault } from './rules/find-rule-faults'
export { mayHold } from './rules/may-hold'
export { type ReadMessage, readWithRules } from './rules/read-with-rules'
export type { Rule, RuleSubject } from './rules/rule'
export { RuleBook } from './rules/rule-book'
export type { RuleTrace } from './rules/rule-trace'
export { type Span, SpanModelError, SpanTrainingError } from './spans/span-model'
export { SpanTagger } from './spans/span-tagger'
export { saysSomething } from './substance/substance'
export type { TaskProposal } from './task-proposal'
export { extractTasks } from './tasks/extract-tasks'
export { ACTS, TONE_KINDS, TONE_LABELS, type Tone, type ToneKind } from './tone/tone'
export { loadTonePack, toneExamples } from './tone/tone-pack'
export { createUnderstander, type Understander, understandEncoded } from './understand'
export type {
  IntentPrediction,
  IntentSegment,
  NamedChannel,
  NameType,
  Person,
  PersonRelation,
  Situation,
  Slot,
  SlotValue,
  Understanding,
} from './understanding'
