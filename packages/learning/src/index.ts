export { EvaluationInputError, type InputPlace } from './evaluation/evaluation-input-error'
export { readJsonl, readText } from './evaluation/read-jsonl'
