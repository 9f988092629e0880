import { channelSignal, type Signalled } from './channel-signal'

type Listed = Signalled & { readonly channel: { readonly id: string } }

/** The first channel after the open one, round the list, that has something to read; undefined when none has. */
export function nextUnread<View extends Listed>(views: readonly View[], openId: string | undefined): View | undefined {
  const from = views.findIndex(({ channel }) => channel.id === openId) + 1
  const round = [...views.slice(from), ...views.slice(0, from)]
  return round.find((view) => view.channel.id !== openId && asksToBeRead(view))
}

export function asksToBeRead(view: Signalled): boolean {
  const { isUnread, calls } = channelSignal(view)
  return isUnread || calls > 0
}
