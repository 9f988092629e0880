export type { Answer, Citation, Passage, SourceDocument } from './answer-types'
