import { isQuietByHand } from '@parley/protocol'
import { type CommandCall, CommandProblem, sessionOf } from './command-call'
import { readLength } from './read-length'

const OFF = /^(?:off|end|stop|关|关闭|结束|取消)$/i

/** For a while, until a time, or no longer. Without words it ends, or the page where it is chosen opens. */
export async function setQuiet(call: CommandCall): Promise<void> {
  const { words, navigate } = call
  const isOver = words === '' ? isQuietByHand(sessionOf(call).me, new Date()) : OFF.test(words)
  if (isOver) await change(call, null)
  else if (words === '') navigate('/notifications')
  else await change(call, await readEnd(words, call))
}

async function change(call: CommandCall, until: string | null): Promise<void> {
  const { services, text, toast, fail, sayTime } = call
  const before = sessionOf(call).me.doNotDisturb.until
  const set = (next: string | null) => services.client.command('users.setDoNotDisturb', { until: next })
  await set(until)
  const said = until ? text('web.commands.dnd.on', { time: sayTime(until) }) : text('web.commands.dnd.off')
  toast({ text: said, onUndo: () => void set(before).catch(fail) })
}

async function readEnd(words: string, { services, text }: CommandCall): Promise<string> {
  const lengthMs = readLength(words)
  if (lengthMs) return new Date(Date.now() + lengthMs).toISOString()
  // "two hours" and 两小时 name a time only as that which follows.
  for (const said of [words, `in ${words}`, `${words}后`]) {
    const { at } = await services.http.query('times.read', { text: said })
    if (at) return at
  }
  throw new CommandProblem(text('web.commands.noTime', { words }))
}
