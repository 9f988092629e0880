export { type Answerer, type AnswererOptions, type AnswerRequest, createAnswerer } from './answer'
export type { Answer, Citation, Passage, SourceDocument } from './answer-types'
export type { AnswerUnit } from './answer-units'
export { decodeDocument, MAX_DOCUMENT_CHARACTERS } from './decode-document'
export { type DocumentSegment, encodeSegment, readDocument, type SegmentPassage } from './document-segment'
export {
  createHybridIndex,
  type HybridIndex,
  type IndexedDocument,
  type PassageHit,
  type RetrievalMode,
  type SearchRequest,
} from './hybrid-index'
export { parseDocument } from './parse-document'
export type { Block, BlockKind, ParsedDocument } from './parsed-document'
export { analyseQuestion, type QuestionAnalysis, type QuestionType } from './question-analysis'
export { splitPassages } from './split-passages'
export { UnreadableDocumentError, type UnreadableReason } from './unreadable-document-error'
