import type { PollOption, UserId } from '@parley/protocol'
import { Check } from 'lucide-react'
import type { CSSProperties } from 'react'
import { percent } from '../../app/time'
import { useNames } from '../../app/use-names'
import { useLanguage, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Avatar } from '../../components/avatar'
import { nameList } from '../reactions/name-list'

interface PollChoiceProps {
  readonly option: PollOption
  /** Of all votes, 0 to 1. */
  readonly share: number
  readonly isLeading: boolean
  readonly isChosen: boolean
  /** null where nobody may vote any more. */
  readonly onToggle: (() => void) | null
}

export function PollChoice({ option, share, isLeading, isChosen, onToggle }: PollChoiceProps) {
  const language = useLanguage()
  const said = useSaid(option)
  return (
    <button
      type="button"
      className="poll__choice"
      aria-pressed={isChosen}
      disabled={onToggle === null}
      data-is-leading={isLeading}
      title={said}
      style={{ '--share': `${share * 100}%` } as CSSProperties}
      onClick={onToggle ?? undefined}
    >
      <span className="poll__mark">{isChosen && <Check size={14} aria-hidden="true" />}</span>
      <span className="poll__text">{option.text}</span>
      <Faces voterIds={option.voterIds} />
      <span className="poll__share" aria-hidden="true">
        {percent(share, language)}
      </span>
      <span className="visually-hidden">{said}</span>
    </button>
  )
}

/** "3 votes: Tom, Li Na and you". */
function useSaid({ count, voterIds }: PollOption): string {
  const text = useText()
  const names = useNames()
  const language = useLanguage()
  if (voterIds.length === 0) return text('web.poll.votes', { count })
  const list = nameList(voterIds.map(names.personById), language, (more) => text('web.poll.more', { count: more }))
  return text('web.poll.by', { count, names: list })
}

const MOST_FACES = 4

function Faces({ voterIds }: { voterIds: readonly UserId[] }) {
  const users = useSession((session) => session.users)
  const shown = voterIds.slice(0, MOST_FACES).flatMap((id) => users.get(id) ?? [])
  return (
    <span className="poll__faces">
      {shown.map((user) => (
        <Avatar key={user.id} user={user} size={20} />
      ))}
    </span>
  )
}
