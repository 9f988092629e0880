import './profiles.css'
import { currentQuietPeriod, isQuietByHand, type User, UserId } from '@parley/protocol'
import { Camera, MessageSquare, Pencil, Smile } from 'lucide-react'
import { useMemo } from 'react'
import { useNames } from '../../app/use-names'
import { useOverlay } from '../../app/use-overlay'
import { usePanel } from '../../app/use-panel'
import { useNowMs, useReader } from '../../app/use-reader'
import { useMe, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Avatar } from '../../components/avatar'
import { Button } from '../../components/button'
import { isAdministrator } from '../people/is-administrator'
import { useAccounts } from '../people/use-accounts'
import { useOpenDirect } from '../people/use-open-direct'
import { NotFound } from '../shell/not-found'
import { isShown } from './is-shown'
import PresenceDot from './presence-dot'
import { untilWords } from './status-mark'
import { useLocalTime } from './use-local-time'

export default function ProfilePanel({ userId }: { userId: string }) {
  const id = UserId.safeParse(userId).data
  const user = useSession(({ users }) => (id ? users.get(id) : undefined))
  return user ? <Profile user={user} /> : <NotFound />
}

function Profile({ user }: { user: User }) {
  const text = useText()
  return (
    <>
      <section className="panel__section">
        <Head user={user} />
        {!user.isActive && <p className="empty__text">{text('web.profile.closed')}</p>}
        <Status user={user} />
      </section>
      <section className="panel__section">
        <Actions user={user} />
      </section>
      <section className="panel__section">
        <Facts user={user} />
      </section>
      <Groups user={user} />
    </>
  )
}

function Head({ user }: { user: User }) {
  const names = useNames()
  return (
    <div className="profile-head">
      <span className="with-presence">
        <Avatar user={user} size={64} />
        {user.isActive && <PresenceDot user={user} />}
      </span>
      <div>
        <p className="profile-head__name">{names.person(user)}</p>
        {user.title && <p className="profile-head__title">{user.title}</p>}
      </div>
    </div>
  )
}

function Status({ user: { status } }: { user: User }) {
  const text = useText()
  const reader = useReader()
  const nowMs = useNowMs()
  if (!status || !isShown(status, nowMs)) return null
  return (
    <p className="profile-status">
      {status.emoji && <span aria-hidden="true">{status.emoji}</span>}
      <span>
        {status.text}{' '}
        {status.expiresAt && <small className="row__note">{untilWords(status.expiresAt, nowMs, reader, text)}</small>}
      </span>
    </p>
  )
}

function Actions({ user }: { user: User }) {
  const text = useText()
  const me = useMe()
  const { open } = useOverlay()
  const openDirect = useOpenDirect()
  if (user.id !== me.id) {
    return (
      <div className="profile-actions">
        <Button look="primary" disabled={!user.isActive} onClick={() => void openDirect([user.id])}>
          <MessageSquare size={16} aria-hidden="true" />
          {text('web.profile.message')}
        </Button>
        {user.kind === 'bot' && isAdministrator(me) && <PictureButton user={user} />}
      </div>
    )
  }
  return (
    <div className="profile-actions">
      <Button onClick={() => open({ kind: 'profile' })}>
        <Pencil size={16} aria-hidden="true" />
        {text('web.profile.edit')}
      </Button>
      <PictureButton user={me} />
      <Button onClick={() => open({ kind: 'status' })}>
        <Smile size={16} aria-hidden="true" />
        {text(me.status ? 'web.status.change' : 'web.status.set')}
      </Button>
    </div>
  )
}

function PictureButton({ user }: { user: User }) {
  const text = useText()
  const { open } = useOverlay()
  return (
    <Button onClick={() => open({ kind: 'avatar', userId: user.id })}>
      <Camera size={16} aria-hidden="true" />
      {text('web.avatar.change')}
    </Button>
  )
}

/** What is known and may be seen; nothing stands for what is not. */
function Facts({ user }: { user: User }) {
  const text = useText()
  const localTime = useLocalTime(user.timeZone)
  const quiet = useQuietWords(user)
  const shown = useMemo(() => [user], [user])
  const email = useAccounts(shown).get(user.id)?.email
  if (user.kind !== 'person') return <p className="empty__text">{text('web.people.assistantNote')}</p>
  const facts = [
    [text('web.people.role'), text(`web.role.${user.role}`)],
    [text('web.profile.localTime'), localTime],
    [text('web.notices.dnd'), quiet],
    [text('web.profile.timeZone'), user.timeZone.replaceAll('_', ' ')],
    [text('web.people.email'), email && <a href={`mailto:${email}`}>{email}</a>],
    [text('web.profile.phone'), user.phone && <a href={`tel:${user.phone.replaceAll(/[^\d+]/g, '')}`}>{user.phone}</a>],
    [text('web.profile.aliases'), user.aliases.join(text('web.direct.separator'))],
  ] as const
  return (
    <dl className="profile-facts">
      {facts.map(([name, value]) =>
        value ? (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}

/** Until when somebody is not to be disturbed; nothing while they may be. */
function useQuietWords(user: User): string | null {
  const text = useText()
  const reader = useReader()
  const now = new Date(useNowMs())
  const { until } = user.doNotDisturb
  if (until !== null && isQuietByHand(user, now)) return untilWords(until, now.getTime(), reader, text)
  const period = currentQuietPeriod(user, now)
  return period && text('web.notices.quietHoursNow', { time: period.to })
}

function Groups({ user }: { user: User }) {
  const text = useText()
  const { open } = usePanel()
  const groups = useSession((session) => session.groups)
  const theirs = [...groups.values()].filter(({ memberIds }) => memberIds.includes(user.id))
  if (theirs.length === 0) return null
  return (
    <section className="panel__section">
      <h3>{text('web.profile.groups')}</h3>
      <div className="chips">
        {theirs.map((group) => (
          <button key={group.id} type="button" className="chip" onClick={() => open({ kind: 'group', id: group.id })}>
            @{group.handle}
          </button>
        ))}
      </div>
    </section>
  )
}
