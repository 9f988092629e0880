import { readTalkQuestion } from '@parley/knowledge'
import type { UserId } from '@parley/protocol'
import type { Actor } from '../actor'
import { askTalk } from '../queries/ask-talk/ask-talk'
import type { KnownExpert } from '../services'
import type { TalkGround } from './find-in-talk'

/** Who seems to know about what a text asks; whoever asks does not. */
export async function findExperts(ground: TalkGround, actor: Actor, text: string): Promise<KnownExpert[]> {
  const { now, directory: people } = await ground.directory.situationOf(actor)
  const question = readTalkQuestion(text, { askerId: actor.userId, now, people })
  // Whoever is named is named for some other reason than having said it.
  const asked = { ...question, kind: 'expertise', speakerIds: [], speakerNames: [], period: null } as const
  const { experts, said } = await askTalk(ground, { actor, channelId: null }, asked, people)
  const present = new Set(people.map(({ id }) => id))
  return experts.flatMap((userId, at) => {
    const sentence = said[at]
    if (!sentence || userId === actor.userId || !present.has(userId)) return []
    return [{ userId: userId as UserId, said: sentence }]
  })
}
