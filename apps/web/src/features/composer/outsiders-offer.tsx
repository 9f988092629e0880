import type { ChannelId, Event, Message, User, UserId } from '@parley/protocol'
import { useCallback, useEffect, useState } from 'react'
import { useNames } from '../../app/use-names'
import { useMe, useServices, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useToldAction } from '../../app/use-told-action'
import { useToast } from '../../components/toasts'
import { useConversation } from '../conversation/conversation-state'
import { mayInvite } from '../moderation/channel-rights'

/** Right after the reader has named somebody here who is not in the channel: that, and for who may an offer to bring them in. */
export default function OutsidersOffer({ channelId }: { channelId: ChannelId }) {
  const { outsiders, forget } = useOutsiders(channelId)
  return outsiders.length === 0 ? null : <Offer channelId={channelId} outsiders={outsiders} onDone={forget} />
}

function useOutsiders(channelId: ChannelId) {
  const { client, http } = useServices()
  const { threadId } = useConversation()
  const me = useMe()
  const users = useSession((session) => session.users)
  const [ids, setIds] = useState<readonly UserId[]>([])
  const look = useCallback(
    async ({ mentions }: Message) => {
      const { userIds } = await http.query('channels.members', { channelId })
      setIds(mentions.filter((id) => !userIds.includes(id)))
    },
    [http, channelId],
  )
  useEffect(
    () =>
      client.onEvents((events: readonly Event[]) => {
        const created = events.flatMap((event) => (event.type === 'message-created' ? [event.message] : []))
        const isMine = (it: Message) => it.channelId === channelId && it.threadId === threadId && it.authorId === me.id
        const last = created.findLast(isMine)
        if (!last) return
        setIds([])
        // Where it cannot be told, nothing is offered.
        if (last.mentions.length > 0) look(last).catch(() => undefined)
      }),
    [client, channelId, threadId, me.id, look],
  )
  const outsiders = ids.flatMap((id) => users.get(id) ?? []).filter((user) => user.isActive)
  return { outsiders, forget: () => setIds([]) }
}

interface OfferProps {
  readonly channelId: ChannelId
  readonly outsiders: readonly User[]
  readonly onDone: () => void
}

function Offer({ channelId, outsiders, onDone }: OfferProps) {
  const text = useText()
  const names = useNames()
  const me = useMe()
  const mayAdd = useSession(({ channels }) => {
    const view = channels.get(channelId)
    return view !== undefined && mayInvite(view, me)
  })
  const list = names.list(outsiders.map(({ id }) => id))
  return (
    <p className="composer__offer" role="status">
      <span>{text('web.invite.offer', { names: list, count: outsiders.length })}</span>
      {mayAdd && <AddButton {...{ channelId, outsiders, onDone }} />}
      <button type="button" className="link-button" onClick={onDone}>
        {text('web.invite.dismiss')}
      </button>
    </p>
  )
}

function AddButton({ channelId, outsiders, onDone }: OfferProps) {
  const text = useText()
  const { client } = useServices()
  const toast = useToast()
  const add = useToldAction(async () => {
    for (const { id: userId } of outsiders) await client.command('channels.addMember', { channelId, userId })
    toast({ text: text('web.invite.added') })
    onDone()
  })
  return (
    <button type="button" className="link-button" disabled={add.isRunning} onClick={() => void add.run()}>
      {text('web.invite.add')}
    </button>
  )
}
