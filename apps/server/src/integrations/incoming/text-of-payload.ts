import { findTextFault, isBlank, MESSAGE_TEXT_LIMIT, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Database } from '../../store/database'
import { readSlackNames } from './read-slack-names'
import { renderPayload } from './render-payload'
import type { SlackPayload } from './slack-payload'

/**
 * What a payload says, under the rule that holds for the text of every message; null when it says nothing.
 *
 * @throws ParleyError `text_too_long`, `text_not_storable`
 */
export async function textOfPayload(rows: Database, bot: Actor, payload: SlackPayload): Promise<string | null> {
  const text = renderPayload(payload, await readSlackNames(rows, bot, JSON.stringify(payload))).trim()
  const fault = findTextFault(text, MESSAGE_TEXT_LIMIT)
  if (fault) throw new ParleyError(fault.code, fault)
  return isBlank(text) ? null : text
}
