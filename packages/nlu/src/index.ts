export { recognise } from './recognisers/recognise'
export type { TaskProposal } from './task-proposal'
export type { IntentPrediction, Person, Situation, Slot, SlotValue, Understanding } from './understanding'
