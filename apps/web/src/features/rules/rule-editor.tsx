import { RULE_NAME_LIMIT, type Rule, type RuleFault } from '@parley/protocol'
import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { useAction } from '../../app/use-action'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Failure } from '../../components/failure'
import { TextField } from '../../components/field'
import { Form } from '../../components/form'
import { DictionaryFields } from './dictionary-fields'
import { IfThenFields } from './if-then-fields'
import { isComplete, type RuleDraft } from './rule-draft'
import { type Trial, TrialSection } from './trial-section'
import { useRuleChoices } from './use-rule-choices'
import type { ListedRules } from './use-rules'

interface RuleEditorProps {
  readonly draft: RuleDraft
  readonly listed: ListedRules
  /** As they are known already: of a rule that names what is gone. */
  readonly faults: readonly RuleFault[]
  readonly onSaved: (rule: Rule) => void
  readonly onClose: () => void
}

/** A rule or a dictionary: written, tried, saved. What is wrong stands where it is wrong. */
export function RuleEditor({ draft: before, listed, faults: knownFaults, onSaved, onClose }: RuleEditorProps) {
  const text = useText()
  const choices = useRuleChoices(listed)
  const [draft, setDraft] = useState(before)
  const { trial, tryIt, save } = useRuleActions(draft, onSaved)
  const { definition } = draft
  const faults = trial?.faults ?? knownFaults
  const change = (definition: RuleDraft['definition']) => setDraft({ ...draft, definition })
  const fresh = definition.kind === 'dictionary' ? 'web.rules.newDictionary' : 'web.rules.newRule'
  return (
    <Form className="rule-editor" onSubmit={() => void save.run()}>
      <div>
        <Button look="quiet" onClick={onClose}>
          <ArrowLeft size={16} aria-hidden="true" />
          {text('web.rules.back')}
        </Button>
      </div>
      <h2>{before.ruleId ? before.name : text(fresh)}</h2>
      <TextField
        label={text('web.rules.name')}
        hint={text('web.rules.nameHint')}
        required
        maxLength={RULE_NAME_LIMIT}
        value={draft.name}
        onValue={(name) => setDraft({ ...draft, name })}
      />
      {definition.kind === 'dictionary' ? (
        <DictionaryFields definition={definition} faults={faults} onDefinition={change} />
      ) : (
        <IfThenFields definition={definition} choices={choices} faults={faults} onDefinition={change} />
      )}
      <TrialSection
        definition={definition}
        trial={trial}
        isRunning={tryIt.isRunning}
        isReady={isComplete({ ...draft, name: 'any' })}
        error={tryIt.error}
        onTry={() => void tryIt.run()}
      />
      {save.error !== null && <Failure error={save.error} />}
      <div className="intents__actions">
        <Button type="submit" look="primary" disabled={save.isRunning || !isComplete(draft)}>
          {text('web.rules.save')}
        </Button>
        <Button onClick={onClose}>{text('web.app.cancel')}</Button>
      </div>
    </Form>
  )
}

function useRuleActions({ ruleId, name, isOn, definition }: RuleDraft, onSaved: (rule: Rule) => void) {
  const { client } = useServices()
  const [trial, setTrial] = useState<Trial | null>(null)
  const which = ruleId && { ruleId }
  const tryIt = useAction(async () => setTrial(await client.command('rules.try', { ...which, definition })))
  const save = useAction(async () => {
    try {
      onSaved((await client.command('rules.save', { ...which, name, isOn, definition })).rule)
    } catch (error) {
      // It tells where what is wrong stands, and tries nothing then.
      void tryIt.run()
      throw error
    }
  })
  return { trial, tryIt, save }
}
