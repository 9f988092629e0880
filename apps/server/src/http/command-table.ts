import type { CommandAnswer, CommandInput, CommandName } from '@parley/protocol'
import type { Actor } from '../actor'
import { confirmAnswer } from '../commands/answers/confirm-answer'
import { removeAnswer } from '../commands/answers/remove-answer'
import { saveAnswer } from '../commands/answers/save-answer'
import { tuneAnswers, untuneAnswers } from '../commands/answers/tune-answers'
import { askAssistant } from '../commands/assistant/ask-assistant'
import { giveFeedback } from '../commands/assistant/give-feedback'
import { judgeAnswer } from '../commands/assistant/judge-answer'
import { lookIntoMessage } from '../commands/assistant/look-into-message'
import { understand } from '../commands/assistant/understand'
import { createBot } from '../commands/bots/create-bot'
import { passBot } from '../commands/bots/pass-bot'
import { removeBot } from '../commands/bots/remove-bot'
import { archiveChannel } from '../commands/channels/archive-channel'
import { addMember, joinChannel, removeMember } from '../commands/channels/change-members'
import { createChannel } from '../commands/channels/create-channel'
import { markRead, markUnread } from '../commands/channels/move-read-position'
import { openDirectChannel } from '../commands/channels/open-direct-channel'
import { setModerator } from '../commands/channels/set-moderator'
import { setChannelPreferences } from '../commands/channels/set-preferences'
import { setChannelRules } from '../commands/channels/set-rules'
import { updateChannel } from '../commands/channels/update-channel'
import { saveDraft } from '../commands/drafts/save-draft'
import { cancelEvaluation, startEvaluation } from '../commands/evaluations/start-evaluation'
import { beginFile } from '../commands/files/begin-file'
import { discardFile } from '../commands/files/discard-file'
import { addEdge } from '../commands/graph/add-edge'
import { confirmEdge, rejectEdge, reopenEdge } from '../commands/graph/decide-edge'
import { mergeEntities } from '../commands/graph/merge-entities'
import { removeGraphRule, saveGraphRule } from '../commands/graph/save-rule'
import { splitEntity } from '../commands/graph/split-entity'
import { switchGraphRule } from '../commands/graph/switch-rule'
import { withdrawEdge } from '../commands/graph/withdraw-edge'
import { archiveGroup } from '../commands/groups/archive-group'
import { saveGroup } from '../commands/groups/save-group'
import { removeIncomingHook, rotateIncomingHook } from '../commands/hooks/change-incoming-hook'
import { removeOutgoingHook, setOutgoingHookEnabled } from '../commands/hooks/change-outgoing-hook'
import { createIncomingHook } from '../commands/hooks/create-incoming-hook'
import { createOutgoingHook } from '../commands/hooks/create-outgoing-hook'
import { replayDelivery, testOutgoingHook } from '../commands/hooks/send-by-hand'
import {
  addIntentExamples,
  editIntentExample,
  importIntentExamples,
  removeIntentExample,
} from '../commands/intents/change-examples'
import { createIntent, removeIntent, renameIntent } from '../commands/intents/change-intents'
import { learnIntents, setOperatingPoint, useIntentModel } from '../commands/intents/choose-model'
import { addDocument } from '../commands/knowledge/add-document'
import { createCollection } from '../commands/knowledge/create-collection'
import { moveDocument } from '../commands/knowledge/move-document'
import { removeCollection } from '../commands/knowledge/remove-collection'
import { removeDocument } from '../commands/knowledge/remove-document'
import { dismissFinding, reviewDocument, setDocumentOutdated } from '../commands/knowledge/review-document'
import { updateCollection } from '../commands/knowledge/update-collection'
import { labelMessage, unlabelMessage } from '../commands/labels/label-message'
import { setLabelRules } from '../commands/labels/set-label-rules'
import { deleteMessage } from '../commands/messages/delete-message'
import { editMessage } from '../commands/messages/edit-message'
import { pinMessage } from '../commands/messages/pin-message'
import { reactToMessage } from '../commands/messages/react-to-message'
import { saveMessage } from '../commands/messages/save-message'
import { sendMessage } from '../commands/messages/send-message'
import { settleReply } from '../commands/messages/settle-reply'
import { withdrawMessage } from '../commands/messages/withdraw-message'
import { decideReport } from '../commands/moderation/decide-report'
import { fileReport } from '../commands/moderation/file-report'
import { liftSuspension, suspendUser } from '../commands/moderation/suspend-user'
import { undoDecision } from '../commands/moderation/undo-decision'
import { closePoll } from '../commands/polls/close-poll'
import { createPoll } from '../commands/polls/create-poll'
import { voteInPoll } from '../commands/polls/vote-in-poll'
import { subscribeToPush } from '../commands/push/subscribe'
import { testPush } from '../commands/push/test-push'
import { unsubscribeFromPush } from '../commands/push/unsubscribe'
import { awaitAnswer } from '../commands/questions/await-answer'
import { forgetQuestions } from '../commands/questions/forget-questions'
import { openSource } from '../commands/questions/open-source'
import { settleQuestions } from '../commands/questions/settle-questions'
import { finishReminder, snoozeReminder } from '../commands/reminders/change-reminder'
import { createReminder } from '../commands/reminders/create-reminder'
import { moveRule, removeRule, switchRule } from '../commands/rules/change-rules'
import { importRules } from '../commands/rules/import-rules'
import { restoreRule } from '../commands/rules/restore-rule'
import { saveRule } from '../commands/rules/save-rule'
import { tryRule } from '../commands/rules/try-rule'
import { cancelScheduled } from '../commands/scheduled/cancel-scheduled'
import { scheduleMessage } from '../commands/scheduled/schedule-message'
import { sendScheduled } from '../commands/scheduled/send-scheduled'
import { updateScheduled } from '../commands/scheduled/update-scheduled'
import { signIn, type Visitor } from '../commands/session/sign-in'
import { signOut } from '../commands/session/sign-out'
import { answerSlashCommand } from '../commands/slash-commands/answer-invocation'
import { invokeSlashCommand } from '../commands/slash-commands/invoke-command'
import { createSlashCommand, removeSlashCommand } from '../commands/slash-commands/register-command'
import { addSource } from '../commands/sources/add-source'
import { pauseSource, resumeSource, runSourceNow } from '../commands/sources/pause-source'
import { putDocument, withdrawDocument } from '../commands/sources/put-document'
import { removeSource } from '../commands/sources/remove-source'
import { updateSource } from '../commands/sources/update-source'
import { dismissSuggestion } from '../commands/suggestions/dismiss-suggestion'
import { createTask } from '../commands/tasks/create-task'
import { updateTask } from '../commands/tasks/update-task'
import { followThread } from '../commands/threads/follow-thread'
import { markThreadRead, markThreadUnread } from '../commands/threads/move-thread-position'
import { createToken } from '../commands/tokens/create-token'
import { revokeToken } from '../commands/tokens/revoke-token'
import { cancelTransfer } from '../commands/transfers/cancel-transfer'
import { startExport } from '../commands/transfers/start-export'
import { startImport } from '../commands/transfers/start-import'
import { createUser } from '../commands/users/create-user'
import { deactivateUser } from '../commands/users/deactivate-user'
import { reactivateUser } from '../commands/users/reactivate-user'
import { removeAvatar } from '../commands/users/remove-avatar'
import { renameUser } from '../commands/users/rename-user'
import { setAvatar } from '../commands/users/set-avatar'
import { setDoNotDisturb } from '../commands/users/set-do-not-disturb'
import { setRole } from '../commands/users/set-role'
import { setStatus } from '../commands/users/set-status'
import { updateProfile } from '../commands/users/update-profile'
import { completeSetup } from '../commands/workspace/complete-setup'
import type { Services } from '../services'

/** Commands that anybody may call: they have no actor. */
export type PublicCommandName = 'auth.signIn' | 'setup.complete'

type PublicHandler<Name extends CommandName> = (
  services: Services,
  input: CommandInput<Name>,
  visitor: Visitor,
) => Promise<CommandAnswer<Name>>
type Handler<Name extends CommandName> = (
  services: Services,
  actor: Actor,
  input: CommandInput<Name>,
) => Promise<CommandAnswer<Name>>

export const publicCommandHandlers: { readonly [Name in PublicCommandName]: PublicHandler<Name> } = {
  'auth.signIn': signIn,
  'setup.complete': completeSetup,
}

/** Which function answers which command; the compiler sees to it that none is missing. */
export const commandHandlers: { readonly [Name in Exclude<CommandName, PublicCommandName>]: Handler<Name> } = {
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
  'users.rename': renameUser,
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
  'messages.settleReply': settleReply,
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
  'assistant.lookInto': lookIntoMessage,
  'questions.judge': judgeAnswer,
  'suggestions.dismiss': dismissSuggestion,
  'answers.save': saveAnswer,
  'answers.confirm': confirmAnswer,
  'answers.remove': removeAnswer,
  'answers.tune': tuneAnswers,
  'answers.untune': untuneAnswers,
  'questions.openSource': openSource,
  'graph.confirm': confirmEdge,
  'graph.reject': rejectEdge,
  'graph.reopen': reopenEdge,
  'graph.add': addEdge,
  'graph.withdraw': withdrawEdge,
  'graph.merge': mergeEntities,
  'graph.split': splitEntity,
  'graph.saveRule': saveGraphRule,
  'graph.removeRule': removeGraphRule,
  'graph.switchRule': switchGraphRule,
  'questions.settle': settleQuestions,
  'questions.await': awaitAnswer,
  'questions.forget': forgetQuestions,
  'knowledge.addDocument': addDocument,
  'knowledge.removeDocument': removeDocument,
  'knowledge.moveDocument': moveDocument,
  'knowledge.createCollection': createCollection,
  'knowledge.updateCollection': updateCollection,
  'knowledge.removeCollection': removeCollection,
  'knowledge.reviewDocument': reviewDocument,
  'knowledge.setOutdated': setDocumentOutdated,
  'knowledge.dismissFinding': dismissFinding,
  'sources.add': addSource,
  'sources.update': updateSource,
  'sources.pause': pauseSource,
  'sources.resume': resumeSource,
  'sources.run': runSourceNow,
  'sources.remove': removeSource,
  'sources.putDocument': putDocument,
  'sources.withdrawDocument': withdrawDocument,
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
  'outgoingHooks.setEnabled': setOutgoingHookEnabled,
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
  'rules.save': saveRule,
  'rules.switch': switchRule,
  'rules.move': moveRule,
  'rules.remove': removeRule,
  'rules.restore': restoreRule,
  'rules.import': importRules,
  'rules.try': tryRule,
  'evaluations.start': startEvaluation,
  'evaluations.cancel': cancelEvaluation,
}
