import './rules.css'
import { BookA, Plus, Ruler } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { EmptyState } from '../../components/empty-state'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'
import { useToast } from '../../components/toasts'
import { MeanwhileNote } from './meanwhile-note'
import { MoveRules } from './move-rules'
import { draftOf, newDictionary, newRule, type RuleDraft } from './rule-draft'
import { RuleEditor } from './rule-editor'
import { RuleRow } from './rule-row'
import { useRuleChoices } from './use-rule-choices'
import { type ListedRules, useRules } from './use-rules'

/** The rules of the workspace, in the order in which they outrank each other, or one of them while it is written. */
export function RulesTab() {
  const text = useText()
  const toast = useToast()
  const { listed, error, reload } = useRules()
  const [draft, setDraft] = useState<RuleDraft | null>(null)
  if (!listed && error !== null) return <Failure error={error} onRetry={reload} />
  if (!listed) return <SkeletonRows height={56} count={4} label={text('web.app.loading')} />
  if (!draft) return <RuleList listed={listed} onDraft={setDraft} onChanged={reload} />
  const rule = listed.rules.find(({ id }) => id === draft.ruleId)
  return (
    <>
      <MeanwhileNote draft={draft} rule={rule} onOpen={(theirs) => setDraft(draftOf(theirs))} />
      <RuleEditor
        key={draft.version}
        draft={draft}
        listed={listed}
        faults={rule?.faults ?? []}
        onClose={() => setDraft(null)}
        onSaved={({ name }) => {
          toast({ text: text('web.rules.saved', { name }) })
          setDraft(null)
          reload()
        }}
      />
    </>
  )
}

interface RuleListProps {
  readonly listed: ListedRules
  readonly onDraft: (draft: RuleDraft) => void
  readonly onChanged: () => void
}

function RuleList({ listed, onDraft, onChanged }: RuleListProps) {
  const text = useText()
  const { rules } = listed
  const choices = useRuleChoices(listed)
  return (
    <>
      <p className="page__intro">{text('web.rules.intro')}</p>
      <div className="intents__actions">
        <Button look="primary" onClick={() => onDraft(newRule())}>
          <Plus size={16} aria-hidden="true" />
          {text('web.rules.add')}
        </Button>
        <Button onClick={() => onDraft(newDictionary())}>
          <BookA size={16} aria-hidden="true" />
          {text('web.rules.addDictionary')}
        </Button>
        <MoveRules rules={rules} onChanged={onChanged} />
      </div>
      {rules.length === 0 && (
        <EmptyState icon={Ruler} title={text('web.rules.none')} hint={text('web.rules.noneHint')} />
      )}
      <ol className="intent-list rule-list" aria-label={text('web.rules.list')} hidden={rules.length === 0}>
        {rules.map((rule, place) => (
          <RuleRow
            key={rule.id}
            rule={rule}
            place={place}
            isLast={place === rules.length - 1}
            choices={choices}
            onEdit={() => onDraft(draftOf(rule))}
            onChanged={onChanged}
          />
        ))}
      </ol>
    </>
  )
}
