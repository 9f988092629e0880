import type { Account, User } from '@parley/protocol'
import { MessageSquare } from 'lucide-react'
import { clockTime, exactTime, knownTimeZone } from '../../app/time'
import { useNames } from '../../app/use-names'
import { usePanel } from '../../app/use-panel'
import { useNowMs, useReader } from '../../app/use-reader'
import { useMe } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Avatar } from '../../components/avatar'
import { IconButton } from '../../components/icon-button'
import { PresenceDot, StatusMark } from '../profiles/person-marks'
import { isAdministrator } from './is-administrator'
import { PersonMenu } from './person-menu'
import { useOpenDirect } from './use-open-direct'

export interface PersonRowProps {
  readonly user: User
  /** What administrators see of them. */
  readonly account: Account | undefined
}

export function PersonRow({ user, account }: PersonRowProps) {
  const text = useText()
  const me = useMe()
  const openDirect = useOpenDirect()
  const name = useNames().person(user)
  const isOther = user.id !== me.id
  const mayGovern = isAdministrator(me)
  return (
    <li className="row">
      <span className="with-presence">
        <Avatar user={user} />
        <PresenceDot user={user} />
      </span>
      <Title user={user} account={account} />
      <LocalTime user={user} />
      {user.kind === 'person' && <span className="role">{text(`web.role.${user.role}`)}</span>}
      <span className="person__actions" data-is-wide={mayGovern}>
        {isOther && (
          <IconButton label={text('web.people.write', { name })} onClick={() => void openDirect([user.id])}>
            <MessageSquare size={16} />
          </IconButton>
        )}
        {isOther && mayGovern && user.kind === 'person' && <PersonMenu user={user} account={account} />}
      </span>
    </li>
  )
}

function Title({ user, account }: PersonRowProps) {
  const text = useText()
  const { open } = usePanel()
  const me = useMe()
  const name = useNames().person(user)
  return (
    <span className="row__main">
      <span className="row__title">
        <button
          type="button"
          className="person-link"
          aria-label={text('web.profile.open', { name })}
          onClick={() => open({ kind: 'person', id: user.id })}
        >
          {name}
        </button>{' '}
        {user.id === me.id && <span className="row__note">({text('web.people.you')})</span>}{' '}
        <StatusMark userId={user.id} />
      </span>
      <Notes user={user} account={account} />
    </span>
  )
}

function Notes({ user, account }: PersonRowProps) {
  const text = useText()
  const reader = useReader()
  const nowMs = useNowMs()
  const until = account?.suspendedUntil
  const isSuspended = until && Date.parse(until) > nowMs
  const notes =
    user.kind === 'assistant' ? [text('web.people.assistantNote')] : [user.title, ...user.aliases, account?.email]
  return (
    <span className="row__note person__note">
      {isSuspended && (
        <span className="person__suspended">{text('web.govern.suspended', { time: exactTime(until, reader) })} </span>
      )}
      {notes.filter(Boolean).join(' · ')}
    </span>
  )
}

/** What their clocks say, where it is not what the reader's say. */
function LocalTime({ user }: { user: User }) {
  const text = useText()
  const reader = useReader()
  const nowMs = useNowMs()
  const now = new Date(nowMs).toISOString()
  const theirs = clockTime(now, { ...reader, timeZone: knownTimeZone(user.timeZone) })
  if (user.kind !== 'person' || theirs === clockTime(now, reader)) return null
  return (
    <span className="row__note person__time" title={text('web.profile.localTime')}>
      {theirs}
    </span>
  )
}
