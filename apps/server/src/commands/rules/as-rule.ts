import { findRuleFaults, type KnownValues } from '@parley/nlu'
import type { Rule } from '@parley/protocol'
import type { RuleRow } from '../../store/stored-rules'

/** A rule in the protocol's words, with what is wrong with it by now. */
export const asRule = (row: RuleRow, known: KnownValues): Rule => ({
  ...{ id: row.id as Rule['id'], name: row.name, definition: row.definition, isOn: row.is_on, version: row.version },
  ...{ savedBy: row.saved_by as Rule['savedBy'], savedAt: row.saved_at.toISOString() },
  faults: findRuleFaults(row, known).map((fault) => ({ ...fault, path: [...fault.path] })),
})
