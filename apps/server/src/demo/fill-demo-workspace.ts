import type { UserId } from '@parley/protocol'
import { addMember } from '../commands/channels/change-members'
import { findAssistant } from '../commands/channels/find-member'
import { readActor } from '../queries/read-actor'
import type { Services } from '../services'
import { demoChannels } from './channels'
import type { DemoChannel } from './demo-channel'
import type { DemoFill } from './demo-fill'
import { demoHandbook } from './handbook'
import { readTroupe } from './invite-people'
import { makeTask } from './make-task'
import { openChannel } from './open-channel'
import { type Stage, sayEverything } from './say-everything'
import { shelveDocument } from './shelve-document'
import { startHereChannel } from './start-here'
import { demoTasks } from './tasks'

/**
 * Fills a workspace with channels, a handbook, a few days of talk and some tasks, by the commands that everybody uses.
 * Every step may be done again and then adds nothing: whatever stops it, doing it once more completes it.
 *
 * @param signal ends it between two steps; then it throws the signal's reason.
 */
export async function fillDemoWorkspace(
  services: Services,
  fill: DemoFill,
  signal?: Pick<AbortSignal, 'throwIfAborted'>,
): Promise<void> {
  const { rows } = services.store
  const owner = await readActor(rows, fill.workspaceId, fill.ownerId)
  const people = await readTroupe(rows, fill.workspaceId)
  for (const step of stepsOf({ services, owner, people, now: fill.startedAt })) {
    signal?.throwIfAborted()
    await step()
  }
}

type Step = () => Promise<void>

/** What people try first comes first: where to start, and the handbook in their own language. */
function stepsOf(stage: Stage): readonly Step[] {
  const { language } = stage.owner
  const shelve = demoHandbook.map((document) => ({ document, step: () => shelveDocument(stage, document) }))
  return [
    () => holdTalk(stage, startHereChannel(language)),
    ...shelve.filter(({ document }) => document.language === language).map(({ step }) => step),
    ...demoChannels.map((channel) => () => holdTalk(stage, channel)),
    ...demoTasks.map((task) => () => makeTask(stage, task)),
    ...shelve.filter(({ document }) => document.language !== language).map(({ step }) => step),
  ]
}

/** The assistant joins after the talk: it answers what is said from then on. */
async function holdTalk(stage: Stage, channel: DemoChannel): Promise<void> {
  const { services, owner, people } = stage
  const channelId = await openChannel(services, owner, channel, people)
  await sayEverything(stage, channelId, channel)
  const assistant = await findAssistant(services.store.rows, owner.workspaceId)
  await addMember(services, owner, { channelId, userId: assistant.id as UserId })
}
