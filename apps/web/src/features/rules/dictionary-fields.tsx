import type { Dictionary, RuleFault } from '@parley/protocol'
import { useText } from '../../app/use-text'
import { TextField } from '../../components/field'
import { AreaField } from './area-field'
import { FaultNotes } from './fault-notes'
import { readTerms, writeTerms } from './terms-text'

interface DictionaryFieldsProps {
  readonly definition: Dictionary
  readonly faults: readonly RuleFault[]
  readonly onDefinition: (definition: Dictionary) => void
}

/** What the terms are, and the terms with their other names. */
export function DictionaryFields({ definition, faults, onDefinition }: DictionaryFieldsProps) {
  const text = useText()
  return (
    <>
      <TextField
        label={text('web.rules.entity')}
        hint={text('web.rules.entityHint')}
        required
        maxLength={80}
        value={definition.entity}
        onValue={(entity) => onDefinition({ ...definition, entity })}
      />
      <AreaField
        label={text('web.rules.terms')}
        hint={text('web.rules.termsHint')}
        rows={10}
        value={definition.terms}
        write={writeTerms}
        read={readTerms}
        onValue={(terms) => onDefinition({ ...definition, terms })}
      />
      <FaultNotes faults={faults} />
    </>
  )
}
