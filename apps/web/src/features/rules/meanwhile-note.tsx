import type { Rule } from '@parley/protocol'
import { UsersRound } from 'lucide-react'
import { useNames } from '../../app/use-names'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import type { RuleDraft } from './rule-draft'

interface MeanwhileNoteProps {
  readonly draft: RuleDraft
  /** As it is by now; absent: it is gone. */
  readonly rule: Rule | undefined
  readonly onOpen: (rule: Rule) => void
}

/** Says that somebody else has changed a rule while it was being written here. Nothing is lost by saving all the same. */
export function MeanwhileNote({ draft, rule, onOpen }: MeanwhileNoteProps) {
  const text = useText()
  const names = useNames()
  if (!draft.ruleId || rule?.version === draft.version) return null
  return (
    <div className="rule-meanwhile" role="status">
      <UsersRound size={16} aria-hidden="true" />
      <p>
        {rule
          ? text('web.rules.meanwhile', { person: names.personById(rule.savedBy) })
          : text('web.rules.meanwhileGone')}
      </p>
      {rule && <Button onClick={() => onOpen(rule)}>{text('web.rules.openTheirs')}</Button>}
    </div>
  )
}
