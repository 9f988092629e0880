import type { ChannelId, Event, Message, User, UserId } from '@parley/protocol'
import { useCallback, useEffect, useState } from 'react'
import { useAction } from '../../app/use-action'
import { useNames } from '../../app/use-names'
import { useMe, useServices, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useToast } from '../../components/toasts'

/** Right after the reader has named somebody who is not in the channel: an offer to bring them in. */
export default function OutsidersOffer({ channelId }: { channelId: ChannelId }) {
  const { outsiders, forget } = useOutsiders(channelId)
  return outsiders.length === 0 ? null : <Offer channelId={channelId} outsiders={outsiders} onDone={forget} />
}

function useOutsiders(channelId: ChannelId) {
  const { client, http } = useServices()
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
        const mine = events.flatMap((event) => (event.type === 'message-created' ? [event.message] : []))
        const last = mine.findLast((it) => it.channelId === channelId && it.authorId === me.id)
        if (!last) return
        setIds([])
        // Where it cannot be told, nothing is offered.
        if (last.mentions.length > 0) look(last).catch(() => undefined)
      }),
    [client, channelId, me.id, look],
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
  const { client } = useServices()
  const toast = useToast()
  const add = useAction(async () => {
    for (const { id: userId } of outsiders) await client.command('channels.addMember', { channelId, userId })
    toast({ text: text('web.invite.added') })
    onDone()
  })
  const list = outsiders.map((user) => names.person(user)).join(', ')
  return (
    <p className="composer__offer" role="status">
      <span>{text('web.invite.offer', { names: list, count: outsiders.length })}</span>
      <button type="button" className="link-button" disabled={add.isRunning} onClick={() => void add.run()}>
        {text('web.invite.add')}
      </button>
      <button type="button" className="link-button" onClick={onDone}>
        {text('web.invite.dismiss')}
      </button>
    </p>
  )
}
