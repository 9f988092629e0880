import type { Message } from '@parley/protocol'
import { expect, it } from 'vitest'
import { changeMessage, type MessageChange, withWordsOf } from './change-message'
import { WorkspaceModel } from './testing/workspace-model'

const model = new WorkspaceModel()
const channelId = model.createChannel('general', [model.me, model.colleague])
const message = model.post(channelId, model.colleague, 'sample')

const apply = (changes: readonly object[], to: Message = message) =>
  changes.reduce((held: Message, change) => changeMessage(held, change as MessageChange), to)
const reacted = (userId: string, emoji: string, isAdded = true) => ({ type: 'message-reacted', userId, emoji, isAdded })
const { me, colleague } = model

it('reactions are ordered by emoji, whatever came first, and by who reacted last', () => {
  const both = apply([reacted(me.id, '🎉'), reacted(me.id, '❤️'), reacted(colleague.id, '🎉'), reacted(me.id, '👍')])
  expect(both.reactions).toEqual([
    { emoji: '❤️', userIds: [me.id] },
    { emoji: '🎉', userIds: [me.id, colleague.id] },
    { emoji: '👍', userIds: [me.id] },
  ])
  const again = apply([reacted(me.id, '🎉', false), reacted(me.id, '🎉')], both)
  expect(again.reactions[1]).toEqual({ emoji: '🎉', userIds: [colleague.id, me.id] })
})

it('reacting twice, or taking back what is not there, changes nothing', () => {
  const once = apply([reacted(me.id, '👍')])
  expect(apply([reacted(me.id, '👍')], once).reactions).toEqual(once.reactions)
  expect(apply([reacted(me.id, '👍', false)], once).reactions).toEqual([])
  expect(apply([reacted(me.id, '👎', false)], once).reactions).toEqual(once.reactions)
})

it('replaying events over a newer form ends with that form', () => {
  const events = [reacted(me.id, '👍'), reacted(colleague.id, '👍'), reacted(me.id, '👍', false), reacted(me.id, '👍')]
  const newest = apply(events)
  expect(newest.reactions).toEqual([{ emoji: '👍', userIds: [colleague.id, me.id] }])
  expect(apply(events, newest).reactions).toEqual(newest.reactions)
})

it('replies raise the count of their root, and never lower it', () => {
  const reply = (replyNumber: number) => ({
    type: 'message-created',
    message: { ...message, threadId: message.id, replyNumber, createdAt: `2026-11-23T10:00:0${replyNumber}Z` },
  })
  const root = apply([reply(1), reply(3), reply(2)])
  expect(root).toMatchObject({ replyCount: 3, lastReplyAt: '2026-11-23T10:00:03Z' })
})

it('the answer to an edit brings its words, and takes back no reply and no reaction that came meanwhile', () => {
  const held = apply([reacted(me.id, '👍')], { ...message, replyCount: 2 })
  const answer = { ...message, text: 'edited', editedAt: '2026-11-23T10:00:00Z' }
  expect(withWordsOf(answer, held)).toEqual({ ...held, text: 'edited', editedAt: answer.editedAt })
  expect(withWordsOf(message, held)).toBe(held)
  const gone = withWordsOf({ ...answer, text: '', deletedAt: '2026-11-23T11:00:00Z' }, held)
  expect(gone).toMatchObject({ text: '', reactions: [], replyCount: 2 })
})

it('a deleted message keeps its thread and loses everything else', () => {
  const pinned = { type: 'message-pinned', pinnedAt: '2026-11-23T10:00:00Z', pinnedBy: me.id }
  const full = apply([reacted(me.id, '👍'), pinned], { ...message, replyCount: 2, mentions: [me.id] })
  const gone = apply([{ type: 'message-deleted', deletedAt: '2026-11-23T11:00:00Z' }, reacted(me.id, '👍')], full)
  expect(gone).toMatchObject({ text: '', reactions: [], pinnedAt: null, mentions: [], replyCount: 2 })
})

it('a deletion that is answered before the event of an edit holds that it was edited, as a fresh page does', () => {
  const edited: MessageChange = {
    ...{ type: 'message-edited', streamId: message.channelId as never, seq: 8, at: '2026-11-23T10:00:00Z' },
    ...{ messageId: message.id, text: 'edited', editedAt: '2026-11-23T10:00:00Z' },
  }
  const afresh = { ...message, text: '', editedAt: '2026-11-23T10:00:00Z', deletedAt: '2026-11-23T11:00:00Z' }
  const early = changeMessage(withWordsOf(afresh, message), edited)
  expect(early.editedAt).toBe(afresh.editedAt)
  expect(early.deletedAt).toBe(afresh.deletedAt)
})
