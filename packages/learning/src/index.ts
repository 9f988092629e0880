export {
  type AnswerEvaluation,
  type AnswerScores,
  type EvaluateAnswersOptions,
  evaluateAnswers,
} from './evaluation/answers'
export {
  type ConversationScores,
  type ConversationsEvaluation,
  DEFAULT_DIRECTORY,
  type EvaluateConversationsOptions,
  evaluateConversations,
  type TurnFailure,
} from './evaluation/conversations'
export { type EntitiesReport, type EvaluateSpansOptions, evaluateEntities } from './evaluation/entities'
export { EvaluationInputError, type InputPlace } from './evaluation/evaluation-input-error'
export { type EvaluateIntentsOptions, evaluateIntents, type IntentsReport } from './evaluation/intents'
export { type EvaluateLabelsOptions, evaluateLabels, type LabelsReport } from './evaluation/labels'
export {
  type EvaluateMultiIntentsOptions,
  evaluateMultiIntents,
  type MultiIntentsReport,
} from './evaluation/multi-intents'
export { readJsonl, readText } from './evaluation/read-jsonl'
export {
  type EvaluateRequestsOptions,
  evaluateRequests,
  type RequestScores,
  type RequestsEvaluation,
} from './evaluation/requests'
export {
  type EvaluateRetrievalOptions,
  evaluateRetrieval,
  type RetrievalEvaluation,
  type RetrievalScores,
} from './evaluation/retrieval'
export { evaluateSlots, type SlotMetrics, type SlotsReport } from './evaluation/slots'
export {
  type EvaluateTasksOptions,
  evaluateTasks,
  type TaskFailure,
  type TaskScores,
  type TasksEvaluation,
} from './evaluation/tasks'
