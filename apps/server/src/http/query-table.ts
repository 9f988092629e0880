import type { QueryAnswer, QueryInput, QueryName } from '@parley/protocol'
import type { Actor } from '../actor'
import { explainMessage } from '../queries/explain-message'
import { getFile, listFiles } from '../queries/files'
import { listMentions, listPinnedMessages, listSavedMessages, readMessageHistory } from '../queries/find-messages'
import { findEntities, readAround, readPaths, reviewGraph } from '../queries/graph/browse-graph'
import { listEvidence } from '../queries/graph/list-evidence'
import { readRuleEffects } from '../queries/graph/read-effects'
import { listGraphRules } from '../queries/graph/read-rules'
import { listCommands, listDeliveries, listIntegrations } from '../queries/integrations'
import { listAccounts } from '../queries/list-accounts'
import { listAnswers, tryAnswers } from '../queries/list-answers'
import { listAudit } from '../queries/list-audit'
import { listChannels, listMembers } from '../queries/list-channels'
import { listEvaluationErrors, listEvaluations } from '../queries/list-evaluations'
import { listIntentExamples, listIntents } from '../queries/list-intents'
import { listMessages } from '../queries/list-messages'
import { listRules, listRuleVersions } from '../queries/list-rules'
import { listSourceItems, listSources } from '../queries/list-sources'
import { listTasks } from '../queries/list-tasks'
import { listTokens } from '../queries/list-tokens'
import { locateMessage } from '../queries/locate-message'
import { lookUpAnswer } from '../queries/look-up-answer'
import { previewMessages } from '../queries/preview-messages'
import { readPushSettings } from '../queries/push-settings'
import { readAttention } from '../queries/read-attention'
import { readDocumentHealth } from '../queries/read-document-health'
import { listDocuments, readDocument } from '../queries/read-documents'
import { readHealth } from '../queries/read-health'
import { readLabelChoices } from '../queries/read-label-choices'
import { listReports } from '../queries/read-moderation'
import { readOwnVote } from '../queries/read-own-vote'
import { readPresence } from '../queries/read-presence'
import { readSetup } from '../queries/read-setup'
import { readState } from '../queries/read-state'
import { readTime } from '../queries/read-time'
import { listTransfers, readTransfer } from '../queries/read-transfers'
import { readUnderstanding } from '../queries/read-understanding'
import { searchMessages } from '../queries/search-messages'
import { summarizeMessages } from '../queries/summarize-messages'
import { getThread, listThreads } from '../queries/threads'
import { listTunings, replayAnswers } from '../queries/tunings'
import { listUnanswered, readOverview, suggestAnswer } from '../queries/unanswered-questions'
import type { Services } from '../services'

/** Queries that anybody may ask: they have no actor. */
export type PublicQueryName = 'health' | 'setup'

type PublicHandler<Name extends QueryName> = (services: Services) => Promise<QueryAnswer<Name>>
type Handler<Name extends QueryName> = (
  services: Services,
  actor: Actor,
  input: QueryInput<Name>,
  /** Aborted when whoever asked has gone. */
  signal: AbortSignal,
) => Promise<QueryAnswer<Name>>

export const publicQueryHandlers: { readonly [Name in PublicQueryName]: PublicHandler<Name> } = {
  health: readHealth,
  setup: readSetup,
}

export const queryHandlers: { readonly [Name in Exclude<QueryName, PublicQueryName>]: Handler<Name> } = {
  state: readState,
  'channels.list': listChannels,
  'channels.members': listMembers,
  'messages.list': listMessages,
  'messages.locate': locateMessage,
  'messages.summarize': summarizeMessages,
  'messages.pinned': listPinnedMessages,
  'messages.saved': listSavedMessages,
  'messages.mentions': listMentions,
  'messages.preview': previewMessages,
  'messages.history': readMessageHistory,
  'messages.understanding': readUnderstanding,
  'messages.explain': explainMessage,
  'messages.attention': readAttention,
  'messages.search': searchMessages,
  'assistant.lookUp': lookUpAnswer,
  'polls.own': readOwnVote,
  'times.read': readTime,
  'threads.get': getThread,
  'threads.list': listThreads,
  'files.get': getFile,
  'files.list': listFiles,
  'answers.list': listAnswers,
  'answers.try': tryAnswers,
  'answers.tunings': listTunings,
  'answers.replay': replayAnswers,
  'questions.unanswered': listUnanswered,
  'questions.overview': readOverview,
  'questions.suggest': suggestAnswer,
  'graph.find': findEntities,
  'graph.around': readAround,
  'graph.paths': readPaths,
  'graph.evidence': listEvidence,
  'graph.review': reviewGraph,
  'graph.rules': listGraphRules,
  'graph.effects': readRuleEffects,
  'knowledge.list': listDocuments,
  'knowledge.document': readDocument,
  'knowledge.health': readDocumentHealth,
  'sources.list': listSources,
  'sources.items': listSourceItems,
  'tasks.list': listTasks,
  'transfers.list': listTransfers,
  'transfers.get': readTransfer,
  'users.list': listAccounts,
  'push.settings': readPushSettings,
  'users.presence': readPresence,
  'moderation.reports': listReports,
  'audit.list': listAudit,
  'tokens.list': listTokens,
  'integrations.list': listIntegrations,
  'outgoingHooks.deliveries': listDeliveries,
  'commands.list': listCommands,
  'labels.choices': readLabelChoices,
  'intents.list': listIntents,
  'intents.examples': listIntentExamples,
  'rules.list': listRules,
  'rules.versions': listRuleVersions,
  'evaluations.list': listEvaluations,
  'evaluations.errors': listEvaluationErrors,
}
