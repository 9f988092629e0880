import './reactions.css'
import type { Reaction } from '@parley/protocol'
import { SmilePlus } from 'lucide-react'
import { useNames } from '../../app/use-names'
import { useLanguage, useMe } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { nameList } from './name-list'
import type { Reactions } from './use-reactions'

export interface ReactionChipsProps {
  readonly reactions: Reactions
  /** Opens the emoji picker; null where nobody may react. */
  readonly onAdd: (() => void) | null
}

/** Who reacted how, under a message. A click joins in or takes one's own back. */
export function ReactionChips({ reactions: { shown, toggle }, onAdd }: ReactionChipsProps) {
  const text = useText()
  if (shown.length === 0) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons about a message, not fields of a form
    <div className="reactions" role="group" aria-label={text('web.reaction.label')}>
      {shown.map((reaction) => (
        <Chip key={reaction.emoji} reaction={reaction} onClick={onAdd && (() => toggle(reaction.emoji))} />
      ))}
      {onAdd && (
        <button
          type="button"
          className="reaction reaction--add"
          aria-label={text('web.message.react')}
          title={text('web.message.react')}
          onClick={onAdd}
        >
          <SmilePlus size={15} aria-hidden="true" />
        </button>
      )}
    </div>
  )
}

function Chip({ reaction, onClick }: { reaction: Reaction; onClick: (() => void) | null }) {
  const text = useText()
  const who = useWho(reaction)
  const me = useMe()
  const isMine = reaction.userIds.includes(me.id)
  return (
    <button
      type="button"
      className="reaction"
      aria-pressed={isMine}
      title={text('web.reaction.by', { emoji: reaction.emoji, names: who })}
      disabled={onClick === null}
      onClick={onClick ?? undefined}
    >
      <span className="reaction__emoji">{reaction.emoji}</span>
      <span className="reaction__count">{reaction.userIds.length}</span>
      <span className="visually-hidden">{who}</span>
    </button>
  )
}

function useWho({ userIds }: Reaction): string {
  const text = useText()
  const names = useNames()
  const language = useLanguage()
  const me = useMe()
  const called = userIds.map((id) => (id === me.id ? text('web.reaction.you') : names.personById(id)))
  return nameList(called, language, (count) => text('web.reaction.more', { count }))
}
