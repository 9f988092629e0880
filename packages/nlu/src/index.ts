export { IntentClassifier } from './intents/intent-classifier'
export {
  type IntentExample,
  type IntentModel,
  IntentModelError,
  IntentTrainingError,
  type ValidationFigures,
} from './intents/intent-model'
export type { TrainIntentsOptions, TrainingProgress } from './intents/train-intents'
export { recognise } from './recognisers/recognise'
export type { TaskProposal } from './task-proposal'
export { extractTasks } from './tasks/extract-tasks'
export { createUnderstander, type Understander, type UnderstanderOptions, type UnderstandOptions } from './understand'
export type { IntentPrediction, Person, Situation, Slot, SlotValue, Understanding } from './understanding'
