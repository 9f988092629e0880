import { randomBytes } from 'node:crypto'
import type { ChannelId, UserId } from '@parley/protocol'
import { addMember } from '../commands/channels/change-members'
import { findAssistant } from '../commands/channels/find-member'
import { addDocument } from '../commands/knowledge/add-document'
import { listDocuments } from '../queries/read-documents'
import type { Services } from '../services'
import { demoChannels } from './channels'
import { demoHandbook } from './handbook'
import { invitePeople } from './invite-people'
import { makeTasks } from './make-tasks'
import { openChannel } from './open-channel'
import { readActor } from './read-actor'
import { type Stage, sayEverything } from './say-everything'
import { startHereChannel } from './start-here'

export interface DemoOptions {
  /** Of the demonstration people; without one nobody can sign in as them. */
  readonly password?: string
}

/**
 * Fills a workspace with people, channels, a handbook, a few days of talk and some tasks, by the commands that everybody
 * uses. Doing it again adds nothing. The assistant joins after the talk: it answers what is said from then on.
 */
export async function fillDemoWorkspace(
  services: Services,
  workspaceId: string,
  ownerId: string,
  { password = randomBytes(24).toString('base64url') }: DemoOptions = {},
): Promise<void> {
  const owner = await readActor(services, workspaceId, ownerId)
  const people = await invitePeople(services, owner, password)
  const stage: Stage = { services, owner, people, now: services.store.now() }
  const channelIds = await holdTalks(stage)
  await makeTasks(stage, channelIds)
  await admitAssistant(stage, [...channelIds.values()])
  await shelveHandbook(stage)
}

async function holdTalks(stage: Stage): Promise<Map<string, ChannelId>> {
  const channelIds = new Map<string, ChannelId>()
  for (const channel of [startHereChannel(stage.owner.language), ...demoChannels]) {
    const channelId = await openChannel(stage.services, stage.owner, channel, stage.people)
    await sayEverything(stage, channelId, channel)
    channelIds.set(channel.key, channelId)
  }
  return channelIds
}

async function admitAssistant({ services, owner }: Stage, channelIds: readonly ChannelId[]): Promise<void> {
  const assistant = await findAssistant(services.store.rows, owner.workspaceId)
  for (const channelId of channelIds) await addMember(services, owner, { channelId, userId: assistant.id as UserId })
}

async function shelveHandbook({ services, owner, people }: Stage): Promise<void> {
  const { documents } = await listDocuments(services, owner)
  const titles = new Set(documents.map(({ title }) => title))
  for (const { title, text } of demoHandbook.filter((document) => !titles.has(document.title))) {
    await addDocument(services, people.linYue, { title, text, mimeType: 'text/markdown' })
  }
}
