import { findMentions, mentionPattern, type SaidSentence, type UserId } from '@parley/protocol'
import { expect, it } from 'vitest'
import { permalinksIn } from '../permalinks/permalinks-in'
import { type Summary, summaryText } from './summary-text'

const channelId = '01900000-0000-7000-8000-000000000001'
const said = (text: string, seq: number) =>
  ({ text, channelId, threadId: null, isAlsoInChannel: false, seq, authorId: 'wei' }) as unknown as SaidSentence
const summary = {
  points: [said('The checkout\nneeds eight days, @Ann.', 4)],
  decisions: [said('先重做结账页面。', 5)],
  promises: [said('I write the plan today.', 6)],
  openQuestions: [],
} as unknown as Summary
const origin = 'https://parley.example.org'
const titles = { title: 'Summary', decisions: 'Decisions', promises: 'Who', openQuestions: 'Open' }
const words = { ...titles, origin, nameOf: () => '王伟' }

it('says each sentence with who said it and where, under headings for what there is', () => {
  expect(summaryText(summary, words).split('\n')).toEqual([
    ...['**Summary**', '', `> - 王伟: The checkout needs eight days, @Ann. [↗](${origin}/c/${channelId}/m/4)`],
    ...['', '**Decisions**', '', `> - 王伟: 先重做结账页面。 [↗](${origin}/c/${channelId}/m/5)`],
    ...['', '**Who**', '', `> - 王伟: I write the plan today. [↗](${origin}/c/${channelId}/m/6)`],
  ])
})

it('calls nobody again, and shows no preview of what it quotes', () => {
  const text = summaryText(summary, words)
  const people = mentionPattern([{ id: 'ann' as UserId, name: 'Ann', aliases: [] }])
  expect(findMentions('@Ann', people).userIds).toEqual(['ann'])
  expect(findMentions(text, people).userIds).toEqual([])
  expect(permalinksIn(text, origin)).toEqual([])
})
