export {
  type Attribution,
  type ExplainIntentOptions,
  explainIntent,
  type IntentExplanation,
} from './explanation/explain-intent'
export type { FlippingEdit } from './explanation/flipping-edit'
export { classifiedPart } from './features/classified-part'
export { IntentClassifier } from './intents/intent-classifier'
export {
  type IntentExample,
  type IntentModel,
  IntentModelError,
  IntentTrainingError,
  type ValidationFigures,
} from './intents/intent-model'
export { loadIntentModel, saveIntentModel } from './intents/intent-model-file'
export type { TrainIntentsOptions, TrainingProgress } from './intents/train-intents'
export { LabelClassifier } from './labels/label-classifier'
export {
  type LabelExample,
  type LabelModel,
  LabelModelError,
  type LabelPrediction,
  LabelTrainingError,
} from './labels/label-model'
export { type MixMessagesOptions, mixMessages } from './labels/mix-messages'
export type { TrainLabelsOptions } from './labels/train-labels'
export { createRandom, shuffle } from './numeric/random'
export { type IntentPack, loadPack, packExamples } from './packs/intent-pack'
export { type KeptPackOptions, type OpenPackOptions, openKeptPack, openPack, trainPack } from './packs/train-pack'
export { recognise } from './recognisers/recognise'
export { judgeRequests, type RequestJudgement } from './requests/judge-requests'
export { loadRequestPack } from './requests/request-pack'
export { type RequestUnit, requestUnits, textsToEncode } from './requests/request-units'
export {
  type FoundSpan,
  type Span,
  type SpanExample,
  type SpanModel,
  SpanModelError,
  SpanTrainingError,
} from './spans/span-model'
export { SpanTagger } from './spans/span-tagger'
export type { TrainSpansOptions } from './spans/train-spans'
export type { TaskProposal } from './task-proposal'
export { extractTasks } from './tasks/extract-tasks'
export {
  createUnderstander,
  dealOut,
  type Understander,
  type UnderstanderOptions,
  type UnderstandOptions,
  understandEncoded,
} from './understand'
export type { IntentPrediction, Person, Situation, Slot, SlotValue, Understanding } from './understanding'
