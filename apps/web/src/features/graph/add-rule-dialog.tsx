import { GraphRelation } from '@parley/protocol'
import { useState } from 'react'
import { useAction } from '../../app/use-action'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { DialogForm } from '../../components/dialog-form'
import { TextField } from '../../components/field'
import { useToast } from '../../components/toasts'
import { SelectField } from '../rules/select-field'
import { asksFor, RULE_FORMS, type RuleTypes, ruleOf } from './rule-forms'
import { useRuleWords } from './use-rule-words'

const BEGINNING: RuleTypes = { first: 'depends_on', second: 'supplier_of', follows: 'uses' }

/** A rule in four forms; what it says stands below in words while it is made. */
export function AddRuleDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText()
  const say = useRuleWords()
  const toast = useToast()
  const { client } = useServices()
  const [name, setName] = useState('')
  const [form, setForm] = useState<(typeof RULE_FORMS)[number]>('if-then')
  const [types, setTypes] = useState(BEGINNING)
  const rule = ruleOf(form, types)
  const action = useAction(async () => {
    await client.command('graph.saveRule', { name: name.trim(), ...rule })
    toast({ text: text('web.graph.rules.saved', { name: name.trim() }) })
    onClose()
  })
  return (
    <DialogForm
      title={text('web.graph.rules.newTitle')}
      submitLabel={text('web.graph.rules.save')}
      action={action}
      isReady={name.trim() !== ''}
      onClose={onClose}
    >
      <TextField label={text('web.graph.rules.name')} value={name} onValue={setName} maxLength={120} required />
      <SelectField
        label={text('web.graph.rules.form')}
        value={form}
        options={RULE_FORMS.map((value) => ({ value, label: text(`web.graph.rules.form.${value}`) }))}
        onValue={(value) => setForm(RULE_FORMS.find((one) => one === value) ?? form)}
      />
      {asksFor[form].map((part) => (
        <SelectField
          key={part}
          label={text(`web.graph.rules.${part}`)}
          value={types[part]}
          options={GraphRelation.options.map((value) => ({ value, label: text(`web.graph.relation.${value}`) }))}
          onValue={(value) => setTypes({ ...types, [part]: GraphRelation.parse(value) })}
        />
      ))}
      <p className="graph__rule-said" aria-live="polite">
        {say(rule)}
      </p>
    </DialogForm>
  )
}
