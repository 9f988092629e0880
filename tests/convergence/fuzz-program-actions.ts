import { randomUUID } from 'node:crypto'
import { uploadFile } from '@parley/client'
import type { FuzzAction, FuzzWorld } from './fuzz-actions'
import { pick } from './pick'

/** What changes shared state beside talk: files, groups, roles, and what programs say. */
export const fuzzProgramActions: readonly FuzzAction[] = [
  {
    name: 'send a file',
    weight: 3,
    run: async ({ person }, world) => {
      const channelId = pick(world.channelIds, world.random)
      const bytes = new Blob([randomUUID().repeat(1 + Math.floor(world.random() * 50))])
      const file = await uploadFile({ name: 'notes.txt', bytes, clientFileId: randomUUID() }, { http: person.http })
      const body = { text: '', fileIds: [file.id], clientMessageId: randomUUID() }
      return channelId && person.http.command('messages.send', { ...body, channelId })
    },
  },
  {
    name: 'make, change or put away a group',
    weight: 3,
    run: ({ client, state }, world) => {
      const group = pick([...state().groups.values()], world.random)
      const memberIds = world.clients.map(({ person }) => person.user.id).filter(() => world.random() < 0.5)
      const chance = world.random()
      if (!group || chance < 0.3) {
        const handle = `g${randomUUID().slice(0, 8)}`
        return client.command('groups.save', { handle, name: handle, memberIds })
      }
      const groupId = group.id
      if (chance < 0.8) return client.command('groups.save', { groupId, memberIds })
      return client.command('groups.archive', { groupId, isArchived: group.archivedAt === null })
    },
  },
  {
    name: 'give somebody another role',
    weight: 2,
    run: ({ client }, world) => {
      const somebody = pick(world.clients, world.random)
      const role = world.random() < 0.5 ? ('administrator' as const) : ('member' as const)
      return somebody && client.command('users.setRole', { userId: somebody.person.user.id, role })
    },
  },
  {
    name: 'post through a webhook',
    weight: 4,
    run: (_, world) => post(world),
  },
]

/** A retry under the same key posts nothing twice. */
async function post({ hookAddresses, random }: FuzzWorld): Promise<void> {
  const address = pick(hookAddresses, random)
  if (!address) return
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ text: `build ${randomUUID()}` }),
  }
  const times = random() < 0.3 ? 2 : 1
  const answers = await Promise.all(Array.from({ length: times }, () => fetch(address, request)))
  const faults = answers.filter(({ status }) => status >= 500)
  if (faults.length > 0) throw new Error(`a webhook answered ${faults[0]?.status}`)
}
