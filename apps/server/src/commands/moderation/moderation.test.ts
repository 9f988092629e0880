import { randomUUID } from 'node:crypto'
import type { ChannelId, CommandBody, ReportId } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let parley: TestParley
let moderator: TestPerson
let reporter: TestPerson
let author: TestPerson
let channelId: ChannelId
beforeAll(async () => {
  parley = await startTestParley()
  moderator = await parley.addPerson('Moderator')
  reporter = await parley.addPerson('Reporter')
  author = await parley.addPerson('Author')
  channelId = (await parley.createChannel('moderated', [moderator, reporter, author], { kind: 'private' })).id
  const about = { channelId, userId: moderator.user.id }
  await parley.owner.http.command('channels.setModerator', { ...about, isModerator: true })
})
afterAll(() => parley[Symbol.asyncDispose]())

async function say(text: string, by = author, where: string = channelId) {
  const body = { channelId: where as ChannelId, text, clientMessageId: randomUUID() }
  return (await by.http.command('messages.send', body)).message
}
async function report(text: string): Promise<ReportId> {
  const { id: messageId } = await say(text)
  return (await reporter.http.command('moderation.report', { messageId, reason: 'spam', note: 'again' })).reportId
}
const decide = (by: TestPerson, reportId: ReportId, what: Omit<CommandBody<'moderation.decide'>, 'reportId'>) =>
  by.http.command('moderation.decide', { reportId, ...what })
const openFor = async (person: TestPerson) => (await person.http.query('moderation.reports', {})).reports
const actsOn = async (reportId: ReportId) =>
  (await parley.owner.http.query('audit.list', {})).entries.filter((act) => act.reportId === reportId)

describe('a report', () => {
  it('warns nobody by a decision that is refused', async () => {
    const administrator = await parley.addPerson('Administrator', { role: 'administrator' })
    const body = { channelId, userId: administrator.user.id }
    await parley.owner.http.command('channels.addMember', body)
    const { id: messageId } = await say('by somebody above', parley.owner)
    const { reportId } = await reporter.http.command('moderation.report', { messageId, reason: 'spam' })
    const decision = decide(administrator, reportId, { isWarned: true, suspendHours: 24 })
    await expect(decision).rejects.toMatchObject({ code: 'forbidden' })
    const warnings = await parley.server.services.store.rows
      .selectFrom('messages')
      .select('id')
      .where('client_message_id', '=', `warning/${reportId}`)
      .execute()
    expect(warnings).toEqual([])
  })

  it('reaches moderators of the channel and administrators, with what stands around it, and nobody else', async () => {
    const before = await say('before', reporter)
    const reportId = await report('buy this')
    for (const person of [moderator, parley.owner]) {
      const found = (await openFor(person)).find(({ id }) => id === reportId)
      expect(found).toMatchObject({
        message: { text: 'buy this' },
        reason: 'spam',
        note: 'again',
        channelName: 'moderated',
      })
      expect(found?.context.map(({ id }) => id)).toContain(before.id)
    }
    for (const person of [author, reporter]) expect(await openFor(person)).toEqual([])
  })

  it('is listed page by page once each, also of many that came at the same time', async () => {
    const { id } = await parley.createChannel('flooded', [reporter, author], { kind: 'private' })
    const filed: ReportId[] = []
    for (let number = 0; number < 45; number += 1) {
      const { id: messageId } = await say(`advert ${number}`, author, id)
      filed.push((await reporter.http.command('moderation.report', { messageId, reason: 'spam' })).reportId)
    }
    const { rows } = parley.server.services.store
    const at = new Date('2030-01-01T00:00:00Z')
    await rows.updateTable('reports').set({ created_at: at }).where('id', 'in', filed).execute()
    const listed: ReportId[] = []
    let place: { before?: string; beforeReportId?: ReportId } = {}
    for (let hasMore = true; hasMore; ) {
      const page = await parley.owner.http.query('moderation.reports', place)
      listed.push(...page.reports.map((it) => it.id))
      const last = page.reports.at(-1)
      hasMore = page.hasMore && last !== undefined
      if (last) place = { before: last.createdAt, beforeReportId: last.id }
    }
    expect(listed.filter((it) => filed.includes(it)).toSorted()).toEqual(filed.toSorted())
    await rows.deleteFrom('reports').where('id', 'in', filed).execute()
  })

  it('shows an administrator the message alone where they may not read the channel', async () => {
    const { channel } = await author.http.command('channels.openDirect', { userIds: [reporter.user.id] })
    await say('hello', author, channel.id)
    const { id: messageId } = await say('a threat', author, channel.id)
    const { reportId } = await reporter.http.command('moderation.report', { messageId, reason: 'harassment' })
    const found = (await openFor(parley.owner)).find(({ id }) => id === reportId)
    expect(found).toMatchObject({ message: { text: 'a threat' }, context: [] })
    expect((await openFor(moderator)).map(({ id }) => id)).not.toContain(reportId)
  })

  it('is one, however often its reporter presses; and no report of what one may not read, or wrote', async () => {
    const { id: messageId } = await say('once')
    const press = () => reporter.http.command('moderation.report', { messageId, reason: 'other' })
    expect((await press()).reportId).toBe((await press()).reportId)
    const stranger = await parley.addPerson('Stranger')
    const unseen = stranger.http.command('moderation.report', { messageId, reason: 'spam' })
    await expect(unseen).rejects.toMatchObject({ code: 'not_a_member' })
    const own = author.http.command('moderation.report', { messageId, reason: 'spam' })
    await expect(own).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('a decision', () => {
  it('removes the message and warns its author in private, with an entry for each', async () => {
    const reportId = await report('rude')
    await decide(moderator, reportId, { isRemoved: true, isWarned: true, reason: 'be kind' })
    expect((await openFor(moderator)).map(({ id }) => id)).not.toContain(reportId)
    expect((await actsOn(reportId)).map(({ kind }) => kind).sort()).toEqual(['remove', 'warn'])
    const { channels } = await author.http.query('state', {})
    const direct = channels.find(({ channel }) => channel.directUserIds?.some((id) => id === parley.assistant.id))
    const { messages } = await author.http.query('messages.list', { channelId: direct?.channel.id as ChannelId })
    expect(messages[0]?.text).toContain('be kind')
    expect(messages[0]?.authorId).toBe(parley.assistant.id)
  })

  it('closes what everybody reported of a message, once', async () => {
    const reportId = await report('twice reported')
    const { message } = (await openFor(moderator)).find(({ id }) => id === reportId) ?? {}
    const other = await moderator.http.command('moderation.report', {
      messageId: message?.id as never,
      reason: 'other',
    })
    await decide(parley.owner, reportId, {})
    await expect(decide(parley.owner, other.reportId, {})).rejects.toMatchObject({ code: 'report_closed' })
  })

  it('can be taken back where nothing is gone: a dismissal opens the report again', async () => {
    const reportId = await report('hasty')
    await decide(moderator, reportId, {})
    const [act] = await actsOn(reportId)
    expect(act).toMatchObject({ kind: 'dismiss', actorId: moderator.user.id, isUndoable: true })
    await moderator.http.command('moderation.undo', { entryId: act?.id as never })
    expect((await openFor(moderator)).map(({ id }) => id)).toContain(reportId)
    const again = moderator.http.command('moderation.undo', { entryId: act?.id as never })
    await expect(again).rejects.toMatchObject({ code: 'not_found' })
    await decide(moderator, reportId, { isRemoved: true })
    const removal = (await actsOn(reportId)).find(({ kind }) => kind === 'remove')
    await expect(moderator.http.command('moderation.undo', { entryId: removal?.id as never })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  it('suspends by administrators’ hands alone', async () => {
    const reportId = await report('unbearable')
    await expect(decide(moderator, reportId, { suspendHours: 1 })).rejects.toMatchObject({ code: 'forbidden' })
    await decide(parley.owner, reportId, { suspendHours: 1, reason: 'enough' })
    await expect(author.http.query('state', {})).rejects.toMatchObject({ code: 'unauthenticated' })
    const { users } = await parley.owner.http.query('users.list', {})
    expect(users.find(({ id }) => id === author.user.id)?.suspendedUntil).not.toBeNull()
  })
})
