export { type Answerer, createAnswerer } from './answer'
export type { Answer, Citation, SourceDocument } from './answer-types'
export { comparedThings } from './comparison/compared-things'
export { clusterQuestions } from './curated/cluster-questions'
export { type KnownQuestion, type NearQuestion, nearestQuestions } from './curated/nearest-question'
export { areSameQuestion, questionLikeness } from './curated/question-likeness'
export { type QuestionSketch, sketchQuestion, sketchVectors } from './curated/question-sketch'
export { decodeDocument } from './decode-document'
export { countKeptPassages, type DocumentSegment, encodeSegment, readDocument, segmentOf } from './document-segment'
export { isBareText } from './formats/detect-format'
export { type ExtractedDocument, extractDocument } from './formats/extract-document'
export { USUAL_LEXICAL_WEIGHT } from './fuse-scores'
export { applyRulesInSteps, BUILT_IN_RULES } from './graph/apply-rules'
export { groupRelation, taskRelations, titleRelations } from './graph/directory-relations'
export { documentRelations } from './graph/document-relations'
export { extractRelations, relationsInPieces } from './graph/extract-relations'
export { type Contradiction, findContradictions, findContradictionsOfRules } from './graph/find-contradictions'
export { findPaths, type GraphPath } from './graph/find-paths'
export type { GraphEdge, GraphRule, RulePattern } from './graph/graph-edge'
export { indexPeople, nameKey } from './graph/known-names'
export { type NameInOtherLanguage, nameInOtherLanguage } from './graph/name-in-other-language'
export { type GraphAnchor, type GraphQuestion, readGraphQuestion } from './graph/read-graph-question'
export { STATUSES, type Status } from './graph/read-status'
export {
  type EntityKind,
  type FoundRelation,
  type KnownName,
  type KnownPerson,
  type NamedEntity,
  RELATION_TYPES,
  RELATIONS,
  type ReadingContext,
  type RelationType,
} from './graph/relation'
export { RELATION_MODEL } from './graph/relation-model'
export { type Comparison, DocumentComparison } from './health/compare-documents'
export { createHybridIndex, type HybridIndex } from './hybrid-index'
export type { ParsedDocument, Place } from './parsed-document'
export { questionTerms } from './passage-terms'
export { sourceNeedles } from './query/match-source'
export { namesIn } from './query/names-in'
export { type NamedSource, type NamedThing, NO_SOURCES, type QuerySources } from './query/query-sources'
export { plainQuery, type QuestionToRead, readQuery, searchedText } from './query/read-query'
export { renameIn, renameInQuery } from './query/rename-in-query'
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
export { spellingsOf } from './spoken-name'
export { wordsAsked } from './spoken-words'
export { summarizeTalk } from './summary/summarize-talk'
export type { SaidSentence, TalkMessage, TalkSummary } from './summary/talk'
export { type AskTalkOptions, askTalk, rankTalk, type SaidQuote, type TalkAnswer } from './talk/ask-talk'
export { inContext, type PlacedMessage } from './talk/in-context'
export { readTalkQuestion } from './talk/read-talk-question'
export type { FoundTalk, OwnedTask, SaidMessage } from './talk/said-message'
export type { TalkPerson, TalkQuestion, TalkQuestionKind, TalkSituation } from './talk/talk-question'
export { rarityOf } from './talk/weigh-words'
export { wholeTalk } from './talk/whole-talk'
export type { AskedQuestion, ChangedQuestion, TuningReport } from './tuning/tune-weight'
export { tuneWeight } from './tuning/tune-weight'
export type { StoredVectors, UnitVectors, VectorPlace } from './unit-vectors'
export { UnreadableDocumentError, type UnreadableReason } from './unreadable-document-error'
export { decodeWebPage } from './web/decode-web-page'
export { readWebPage, type WebPage } from './web/read-web-page'
