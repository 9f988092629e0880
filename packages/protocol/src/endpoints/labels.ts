import { z } from 'zod'
import { command, query } from '../endpoint'
import { LabelKind, MessageLabel } from '../entities'
import { MessageId } from '../ids'
import { filledText } from '../well-formed-text'

/** Names of intents, as people write them. */
export const INTENT_NAME_LIMIT = 60
export const IntentName = filledText(INTENT_NAME_LIMIT)

export const labelMessage = command('messages.label', {
  summary:
    'Say what a message is; it outranks what the server reads, until somebody says otherwise. Refused where the workspace leaves labels to administrators',
  access: 'signed-in',
  body: z.object({
    messageId: MessageId,
    kind: LabelKind,
    /** null: none of these. */
    value: IntentName.nullable(),
  }),
  answer: z.object({
    label: MessageLabel,
    /** What a person had said before; null: nobody had. */
    previous: MessageLabel.nullable(),
  }),
  errors: ['not_found', 'not_a_member', 'forbidden', 'unknown_label'],
})

export const unlabelMessage = command('messages.unlabel', {
  summary: 'Take a label back: what the server reads counts again',
  access: 'signed-in',
  body: z.object({ messageId: MessageId, kind: LabelKind }),
  answer: z.object({ previous: MessageLabel.nullable() }),
  errors: ['not_found', 'not_a_member', 'forbidden'],
})

export const labelChoices = query('labels.choices', {
  summary: 'What a message can be labelled as, and whether the caller may',
  access: 'signed-in',
  input: z.object({}),
  answer: z.object({
    mayLabel: z.boolean(),
    choices: z.array(z.object({ kind: LabelKind, values: z.array(z.string()) })),
  }),
  errors: [],
})
