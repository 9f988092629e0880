import type { z } from 'zod'
import { confirmAnswer, listAnswers, removeAnswer, saveAnswer, tryAnswers } from './endpoints/answers'
import { askAssistant, giveFeedback, understand } from './endpoints/assistant'
import { listAudit } from './endpoints/audit'
import { createBot, listIntegrations, passBot, removeBot } from './endpoints/bots'
import {
  addMember,
  archiveChannel,
  createChannel,
  joinChannel,
  listChannels,
  listMembers,
  markRead,
  markUnread,
  openDirectChannel,
  removeMember,
  setChannelPreferences,
  setChannelRules,
  setModerator,
  updateChannel,
} from './endpoints/channels'
import { saveDraft } from './endpoints/drafts'
import { cancelEvaluation, listEvaluationErrors, listEvaluations, startEvaluation } from './endpoints/evaluations'
import { explainMessage, readAttention } from './endpoints/explanations'
import { beginFile, discardFile, getFile, listFiles } from './endpoints/files'
import { archiveGroup, saveGroup } from './endpoints/groups'
import { createIncomingHook, removeIncomingHook, rotateIncomingHook } from './endpoints/incoming-hooks'
import {
  addIntentExamples,
  createIntent,
  editIntentExample,
  importIntentExamples,
  learnIntents,
  listIntentExamples,
  listIntents,
  removeIntent,
  removeIntentExample,
  renameIntent,
  setLabelRules,
  setOperatingPoint,
  useIntentModel,
} from './endpoints/intents'
import {
  addDocument,
  createCollection,
  getDocument,
  listDocuments,
  moveDocument,
  removeCollection,
  removeDocument,
  updateCollection,
} from './endpoints/knowledge'
import { labelChoices, labelMessage, unlabelMessage } from './endpoints/labels'
import {
  deleteMessage,
  editMessage,
  listMentions,
  listMessages,
  listPinnedMessages,
  listSavedMessages,
  locateMessage,
  messageHistory,
  messageUnderstanding,
  pinMessage,
  previewMessages,
  reactToMessage,
  saveMessage,
  sendMessage,
  withdrawMessage,
} from './endpoints/messages'
import {
  decideReport,
  fileReport,
  liftSuspension,
  listReports,
  suspendUser,
  undoDecision,
} from './endpoints/moderation'
import {
  createOutgoingHook,
  enableOutgoingHook,
  listDeliveries,
  removeOutgoingHook,
  replayDelivery,
  testOutgoingHook,
} from './endpoints/outgoing-hooks'
import { closePoll, createPoll, readOwnVote, voteInPoll } from './endpoints/polls'
import { readPresence } from './endpoints/presence'
import { pushSettings, subscribeToPush, testPush, unsubscribeFromPush } from './endpoints/push'
import {
  awaitAnswer,
  forgetQuestions,
  listUnanswered,
  questionsOverview,
  settleQuestions,
  suggestAnswer,
} from './endpoints/questions'
import { createReminder, finishReminder, readTime, snoozeReminder } from './endpoints/reminders'
import { cancelScheduled, scheduleMessage, sendScheduled, updateScheduled } from './endpoints/scheduled'
import { searchMessages } from './endpoints/search'
import { completeSetup, healthQuery, setupQuery, signIn, signOut, stateQuery } from './endpoints/session'
import {
  answerSlashCommand,
  createSlashCommand,
  invokeSlashCommand,
  listCommands,
  removeSlashCommand,
} from './endpoints/slash-commands'
import { summarizeMessages } from './endpoints/summaries'
import { createTask, listTasks, updateTask } from './endpoints/tasks'
import { followThread, getThread, listThreads, markThreadRead, markThreadUnread } from './endpoints/threads'
import { createToken, listTokens, revokeToken } from './endpoints/tokens'
import { cancelTransfer, getTransfer, listTransfers, startExport, startImport } from './endpoints/transfers'
import { listTunings, openSource, replayAnswers, tuneAnswers, untuneAnswers } from './endpoints/tunings'
import {
  createUser,
  deactivateUser,
  listAccounts,
  reactivateUser,
  removeAvatar,
  setAvatar,
  setDoNotDisturb,
  setRole,
  setStatus,
  updateProfile,
} from './endpoints/users'

/** Everything that changes something, by its name on the wire: `POST /api/<name>`. */
export const commands = {
  'setup.complete': completeSetup,
  'auth.signIn': signIn,
  'auth.signOut': signOut,
  'users.create': createUser,
  'users.updateProfile': updateProfile,
  'users.setDoNotDisturb': setDoNotDisturb,
  'users.deactivate': deactivateUser,
  'users.reactivate': reactivateUser,
  'users.setStatus': setStatus,
  'users.setAvatar': setAvatar,
  'users.removeAvatar': removeAvatar,
  'users.setRole': setRole,
  'users.suspend': suspendUser,
  'users.liftSuspension': liftSuspension,
  'groups.save': saveGroup,
  'groups.archive': archiveGroup,
  'moderation.report': fileReport,
  'moderation.decide': decideReport,
  'moderation.undo': undoDecision,
  'channels.create': createChannel,
  'channels.openDirect': openDirectChannel,
  'channels.update': updateChannel,
  'channels.addMember': addMember,
  'channels.removeMember': removeMember,
  'channels.join': joinChannel,
  'channels.markRead': markRead,
  'channels.markUnread': markUnread,
  'channels.setPreferences': setChannelPreferences,
  'channels.archive': archiveChannel,
  'channels.setRules': setChannelRules,
  'channels.setModerator': setModerator,
  'messages.send': sendMessage,
  'messages.edit': editMessage,
  'messages.delete': deleteMessage,
  'messages.withdraw': withdrawMessage,
  'messages.react': reactToMessage,
  'messages.pin': pinMessage,
  'messages.save': saveMessage,
  'messages.schedule': scheduleMessage,
  'messages.updateScheduled': updateScheduled,
  'messages.cancelScheduled': cancelScheduled,
  'messages.sendScheduled': sendScheduled,
  'polls.create': createPoll,
  'polls.vote': voteInPoll,
  'polls.close': closePoll,
  'reminders.create': createReminder,
  'reminders.snooze': snoozeReminder,
  'reminders.finish': finishReminder,
  'threads.follow': followThread,
  'threads.markRead': markThreadRead,
  'threads.markUnread': markThreadUnread,
  'drafts.save': saveDraft,
  'push.subscribe': subscribeToPush,
  'push.unsubscribe': unsubscribeFromPush,
  'push.test': testPush,
  'files.begin': beginFile,
  'files.discard': discardFile,
  understand,
  'assistant.ask': askAssistant,
  'assistant.feedback': giveFeedback,
  'answers.save': saveAnswer,
  'answers.confirm': confirmAnswer,
  'answers.remove': removeAnswer,
  'answers.tune': tuneAnswers,
  'answers.untune': untuneAnswers,
  'questions.openSource': openSource,
  'questions.settle': settleQuestions,
  'questions.await': awaitAnswer,
  'questions.forget': forgetQuestions,
  'knowledge.addDocument': addDocument,
  'knowledge.removeDocument': removeDocument,
  'knowledge.moveDocument': moveDocument,
  'knowledge.createCollection': createCollection,
  'knowledge.updateCollection': updateCollection,
  'knowledge.removeCollection': removeCollection,
  'tasks.create': createTask,
  'tasks.update': updateTask,
  'imports.start': startImport,
  'exports.start': startExport,
  'transfers.cancel': cancelTransfer,
  'tokens.create': createToken,
  'tokens.revoke': revokeToken,
  'bots.create': createBot,
  'bots.pass': passBot,
  'bots.remove': removeBot,
  'incomingHooks.create': createIncomingHook,
  'incomingHooks.rotateSecret': rotateIncomingHook,
  'incomingHooks.remove': removeIncomingHook,
  'outgoingHooks.create': createOutgoingHook,
  'outgoingHooks.setEnabled': enableOutgoingHook,
  'outgoingHooks.remove': removeOutgoingHook,
  'outgoingHooks.test': testOutgoingHook,
  'outgoingHooks.replay': replayDelivery,
  'slashCommands.create': createSlashCommand,
  'slashCommands.remove': removeSlashCommand,
  'slashCommands.invoke': invokeSlashCommand,
  'slashCommands.answer': answerSlashCommand,
  'messages.label': labelMessage,
  'messages.unlabel': unlabelMessage,
  'intents.create': createIntent,
  'intents.rename': renameIntent,
  'intents.remove': removeIntent,
  'intents.addExamples': addIntentExamples,
  'intents.editExample': editIntentExample,
  'intents.removeExample': removeIntentExample,
  'intents.importExamples': importIntentExamples,
  'intents.learn': learnIntents,
  'intents.useModel': useIntentModel,
  'intents.setOperatingPoint': setOperatingPoint,
  'labels.setRules': setLabelRules,
  'evaluations.start': startEvaluation,
  'evaluations.cancel': cancelEvaluation,
} as const

/** Everything that only reads: `GET /api/<name>`. */
export const queries = {
  health: healthQuery,
  setup: setupQuery,
  state: stateQuery,
  'channels.list': listChannels,
  'channels.members': listMembers,
  'messages.list': listMessages,
  'messages.locate': locateMessage,
  'messages.pinned': listPinnedMessages,
  'messages.saved': listSavedMessages,
  'messages.mentions': listMentions,
  'messages.preview': previewMessages,
  'messages.history': messageHistory,
  'messages.understanding': messageUnderstanding,
  'messages.explain': explainMessage,
  'messages.attention': readAttention,
  'messages.search': searchMessages,
  'messages.summarize': summarizeMessages,
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
  'questions.overview': questionsOverview,
  'questions.suggest': suggestAnswer,
  'knowledge.list': listDocuments,
  'knowledge.document': getDocument,
  'tasks.list': listTasks,
  'transfers.list': listTransfers,
  'transfers.get': getTransfer,
  'users.list': listAccounts,
  'push.settings': pushSettings,
  'users.presence': readPresence,
  'moderation.reports': listReports,
  'audit.list': listAudit,
  'tokens.list': listTokens,
  'integrations.list': listIntegrations,
  'outgoingHooks.deliveries': listDeliveries,
  'commands.list': listCommands,
  'labels.choices': labelChoices,
  'intents.list': listIntents,
  'intents.examples': listIntentExamples,
  'evaluations.list': listEvaluations,
  'evaluations.errors': listEvaluationErrors,
} as const

export type CommandName = keyof typeof commands
export type QueryName = keyof typeof queries

/** What a caller sends: defaults may be left out. */
export type CommandBody<Name extends CommandName> = z.input<(typeof commands)[Name]['body']>
/** What a handler gets: parsed, defaults filled in. */
export type CommandInput<Name extends CommandName> = z.output<(typeof commands)[Name]['body']>
export type CommandAnswer<Name extends CommandName> = z.output<(typeof commands)[Name]['answer']>
export type QueryParameters<Name extends QueryName> = z.input<(typeof queries)[Name]['input']>
export type QueryInput<Name extends QueryName> = z.output<(typeof queries)[Name]['input']>
export type QueryAnswer<Name extends QueryName> = z.output<(typeof queries)[Name]['answer']>
