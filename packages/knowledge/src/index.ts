export { type Answerer, createAnswerer } from './answer'
export type { Answer, Citation, SourceDocument } from './answer-types'
export { clusterQuestions } from './curated/cluster-questions'
export { type KnownQuestion, type NearQuestion, nearestQuestions } from './curated/nearest-question'
export { type QuestionSketch, sketchQuestion, sketchVectors } from './curated/question-sketch'
export { decodeDocument } from './decode-document'
export { countKeptPassages, type DocumentSegment, encodeSegment, readDocument, segmentOf } from './document-segment'
export { type ExtractedDocument, extractDocument } from './formats/extract-document'
export { USUAL_LEXICAL_WEIGHT } from './fuse-scores'
export { createHybridIndex, type HybridIndex } from './hybrid-index'
export type { ParsedDocument, Place } from './parsed-document'
export { sourceNeedles } from './query/match-source'
export { type NamedSource, NO_SOURCES, type QuerySources } from './query/query-sources'
export { plainQuery, type QuestionToRead, readQuery, searchedText } from './query/read-query'
export type {
  AnswerType,
  PersonPart,
  PlacePart,
  QueryPart,
  QuestionType,
  StructuredQuery,
  TimePart,
} from './query/structured-query'
export type { RetrievalMode } from './search-types'
export { summarizeTalk } from './summary/summarize-talk'
export type { SaidSentence, TalkMessage, TalkSummary } from './summary/talk'
export { type AskTalkOptions, askTalk, type SaidQuote, type TalkAnswer } from './talk/ask-talk'
export { inContext, type PlacedMessage } from './talk/in-context'
export { readTalkQuestion } from './talk/read-talk-question'
export type { FoundTalk, OwnedTask, SaidMessage } from './talk/said-message'
export type { TalkPerson, TalkQuestion, TalkQuestionKind, TalkSituation } from './talk/talk-question'
export { rarityOf } from './talk/weigh-words'
export type { AskedQuestion, ChangedQuestion, TuningReport } from './tuning/tune-weight'
export { tuneWeight } from './tuning/tune-weight'
export type { StoredVectors, UnitVectors, VectorPlace } from './unit-vectors'
export { UnreadableDocumentError, type UnreadableReason } from './unreadable-document-error'
