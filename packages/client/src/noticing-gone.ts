import type { Event } from '@parley/protocol'

type Listen = (listener: (events: readonly Event[]) => void) => () => void

/** Channels left and tasks hidden while an answer is on its way: what it says of them is past. */
export async function noticingGone<Result>(
  onEvents: Listen,
  run: (gone: ReadonlySet<string>) => Promise<Result>,
): Promise<Result> {
  const gone = new Set<string>()
  const stopListening = onEvents((events) => {
    for (const event of events) {
      if (event.type === 'channel-left') gone.add(event.channelId)
      if (event.type === 'task-hidden') gone.add(event.taskId)
    }
  })
  try {
    return await run(gone)
  } finally {
    stopListening()
  }
}
