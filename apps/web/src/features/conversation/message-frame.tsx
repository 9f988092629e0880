import type { MessageId, UserId } from '@parley/protocol'
import { type KeyboardEventHandler, type ReactNode, useId } from 'react'
import { clockTime, exactTime } from '../../app/time'
import { useNames } from '../../app/use-names'
import { usePanel } from '../../app/use-panel'
import { useReader } from '../../app/use-reader'
import { useSession } from '../../app/use-services'
import { Avatar } from '../../components/avatar'
import { BotMark } from '../integrations/bot-mark'
import { StatusMark } from '../profiles/person-marks'
import { ReplyQuote } from './reply-quote'

export interface MessageFrameProps {
  readonly authorId: UserId
  readonly at: string
  readonly rowKey: string
  /** The first of joined messages: the one with avatar and name. */
  readonly isFirst: boolean
  /** The one that Tab reaches. */
  readonly isFocusTarget: boolean
  /** The one that the address names. */
  readonly isTarget?: boolean
  readonly onKeyDown?: KeyboardEventHandler<HTMLElement> | undefined
  /** The pointer or the focus has come to it. */
  readonly onNear?: () => void
  /** Of a reply whose place in the thread or channel is to be said: the message that it replies to. */
  readonly replyTo: MessageId | null
  readonly actions: ReactNode
  readonly children: ReactNode
}

/** Who, when, and the place for what was said. */
export function MessageFrame(props: MessageFrameProps) {
  const { authorId, at, isFirst, isFocusTarget, isTarget, onKeyDown, onNear, replyTo, actions, children } = props
  const labelId = useId()
  return (
    <article
      className={isFirst ? 'message message--first' : 'message'}
      aria-labelledby={labelId}
      data-key={props.rowKey}
      data-is-target={isTarget}
      tabIndex={isFocusTarget ? 0 : -1}
      onKeyDown={onKeyDown}
      onPointerEnter={onNear}
      onFocus={onNear}
    >
      {replyTo && <ReplyQuote threadId={replyTo} />}
      {isFirst ? <Head authorId={authorId} at={at} labelId={labelId} /> : <Aside at={at} {...{ authorId, labelId }} />}
      <div className="message__body">{children}</div>
      {actions}
    </article>
  )
}

interface HeadProps {
  readonly authorId: UserId
  readonly at: string
  readonly labelId: string
}

function Head({ authorId, at, labelId }: HeadProps) {
  const names = useNames()
  const { open } = usePanel()
  const author = useSession((session) => session.users.get(authorId))
  return (
    <>
      <span className="message__avatar">
        <Avatar user={author ?? { id: authorId, name: '?', kind: 'person' }} />
      </span>
      <div className="message__head" id={labelId}>
        <button
          type="button"
          className="message__name"
          tabIndex={-1}
          onClick={() => open({ kind: 'person', id: authorId })}
        >
          {names.personById(authorId)}
        </button>
        {author?.kind === 'bot' && <BotMark />}
        <StatusMark userId={authorId} />
        <Time at={at} />
      </div>
    </>
  )
}

/** A joined message shows its time on hover; its author is said to screen readers only. */
function Aside({ authorId, at, labelId }: HeadProps) {
  const names = useNames()
  return (
    <span className="message__aside" id={labelId}>
      <span className="visually-hidden">{names.personById(authorId)}</span>
      <Time at={at} />
    </span>
  )
}

function Time({ at }: { at: string }) {
  const reader = useReader()
  return (
    <time className="message__time" dateTime={at} title={exactTime(at, reader)}>
      {clockTime(at, reader)}
    </time>
  )
}
