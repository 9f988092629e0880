import { randomUUID } from 'node:crypto'
import { startTestParley, type TestParley, type TestPerson } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let parley: TestParley
let wei: TestPerson
let ann: TestPerson
let outsider: TestPerson
let channelId: string
beforeAll(async () => {
  parley = await startTestParley()
  wei = await parley.addPerson('王伟')
  ann = await parley.addPerson('Ann')
  outsider = await parley.addPerson('Outsider')
  channelId = (await parley.createChannel('with-groups', [wei, ann])).id
})
afterAll(() => parley[Symbol.asyncDispose]())

const save = (handle: string, members: readonly TestPerson[] = []) =>
  parley.owner.http.command('groups.save', { handle, name: handle, memberIds: members.map(({ user }) => user.id) })
const send = async (text: string) => {
  const body = { channelId, text, clientMessageId: randomUUID() }
  return (await parley.owner.http.command('messages.send', body)).message
}

describe('a group', () => {
  it('is called by its handle: those of its members hear it who are in the channel, and nobody twice', async () => {
    await save('设计组', [wei, ann, outsider])
    const { mentions } = await send('@设计组 @Ann 请看')
    expect([...mentions].sort()).toEqual([wei.user.id, ann.user.id].sort())
    expect((await wei.http.query('messages.mentions', {})).messages.map(({ text }) => text)).toContain(
      '@设计组 @Ann 请看',
    )
  })

  it('calls nobody while it is put away, and somebody else may take its handle', async () => {
    const { group } = await save('on-call', [wei])
    expect((await send('@on-call help')).mentions).toEqual([wei.user.id])
    await parley.owner.http.command('groups.archive', { groupId: group.id, isArchived: true })
    expect((await send('@on-call help')).mentions).toEqual([])
    await save('On-Call', [ann])
    const back = parley.owner.http.command('groups.archive', { groupId: group.id, isArchived: false })
    await expect(back).rejects.toMatchObject({ code: 'handle_taken' })
  })

  it('has a handle of its own: no person’s name, no other group’s, and nobody takes it as a name', async () => {
    await save('leads')
    await expect(save('Leads')).rejects.toMatchObject({ code: 'handle_taken' })
    await expect(save('ANN')).rejects.toMatchObject({ code: 'handle_taken' })
    const rename = wei.http.command('users.updateProfile', { name: 'LEADS' })
    await expect(rename).rejects.toMatchObject({ code: 'handle_taken' })
    for (const handle of ['channel', '所有人', 'two words', '@at', '']) {
      await expect(save(handle)).rejects.toMatchObject({ code: 'invalid_request' })
    }
  })

  it.each(['channel', ' 所有人', 'Here', 'PARLEY', '助手', 'Par\u200bley'])(
    'leaves %j to nobody: it calls many, or the assistant',
    async (name) => {
      const rename = wei.http.command('users.updateProfile', { name })
      await expect(rename).rejects.toMatchObject({ code: 'handle_taken' })
      const account = { email: 'somebody@example.org', password: 'a long password', language: 'en' as const }
      const made = parley.owner.http.command('users.create', { ...account, name: 'Somebody', aliases: [name] })
      await expect(made).rejects.toMatchObject({ code: 'handle_taken' })
    },
  )

  it('is made by administrators, of people who are there', async () => {
    const byMember = wei.http.command('groups.save', { handle: 'mine', name: 'Mine' })
    await expect(byMember).rejects.toMatchObject({ code: 'forbidden' })
    const ofStrangers = parley.owner.http.command('groups.save', {
      ...{ handle: 'strangers', name: 'Strangers' },
      memberIds: ['00000000-0000-7000-8000-00000000dead' as never],
    })
    await expect(ofStrangers).rejects.toMatchObject({ code: 'not_found' })
    expect((await wei.http.query('state', {})).groups.map(({ handle }) => handle)).not.toContain('strangers')
  })

  it('is nothing that a guest may know of', async () => {
    const guest = await parley.addPerson('Guest', { role: 'guest' })
    expect((await wei.http.query('state', {})).groups).not.toEqual([])
    expect((await guest.http.query('state', {})).groups).toEqual([])
  })
})
