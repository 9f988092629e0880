import type { ChannelId, UserId } from '@parley/protocol'
import type { CommandCall } from './command-call'
import { personAtStart } from './person-at-start'

/** Who is reminded: oneself where neither is there. */
export interface Reminded {
  readonly userId?: UserId
  readonly channelId?: ChannelId
}

/** `me in two hours call Wei`, `@王伟 明天九点 交报告`, `here every Monday at 9 stand-up`; what is missing is asked for. */
export async function remind(call: CommandCall): Promise<void> {
  const { services, open, text, toast, fail, sayTime, attempt } = call
  const { reminded, words } = await readReminded(call)
  const read = words === '' ? null : await attempt.readTime(words)
  const about = withoutJoint(read ? read.rest : words)
  if (!read?.at || about === '') return open({ kind: 'new-reminder', words: about, at: read?.at ?? null, reminded })
  const { at: dueAt, repeats } = read
  const asked = { ...reminded, text: about, dueAt, repeats, clientCommandId: attempt.id }
  const { reminder } = await services.client.command('reminders.create', asked)
  const drop = () => void services.client.command('reminders.finish', { reminderId: reminder.id }).catch(fail)
  toast({ text: text('web.later.reminded', { time: sayTime(dueAt) }), onUndo: drop })
}

async function readReminded(call: CommandCall): Promise<{ reminded: Reminded; words: string }> {
  const { words, channelId } = call
  const me = /^(?:me\b|我自己|我(?!们))\s*/iu.exec(words)
  if (me) return { reminded: {}, words: words.slice(me[0].length) }
  const here = /^(?:here\b|everyone\b|这里|本频道|大家)\s*/iu.exec(words)
  if (here) return { reminded: { channelId }, words: words.slice(here[0].length) }
  const { userId, rest } = await personAtStart(call)
  return { reminded: userId ? { userId } : {}, words: rest }
}

/** "to" and "that" only join what is to be done to when. */
const withoutJoint = (words: string) =>
  words
    .replace(/^[\s,，:：。]*(?:(?:to|that|about)\s+)?/i, '')
    .replace(/[\s,，:：]+$/, '')
    .trim()
