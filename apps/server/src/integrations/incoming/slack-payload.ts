import { z } from 'zod'

const words = z.string()
const anything = z.looseObject({})

/** A text object of Block Kit; some senders give a bare string. */
const SlackText = z.union([
  words.transform((text) => ({ type: 'mrkdwn', text })),
  z.looseObject({ type: words, text: words }),
])

const Button = z.looseObject({ type: words.optional(), text: SlackText.optional(), url: words.optional() })

const SlackBlock = z
  .looseObject({
    type: words,
    fields: z.array(SlackText).max(20).optional(),
    elements: z.array(anything).max(200).optional(),
    accessory: Button.optional(),
  })
  // What a text is depends on the block: an object everywhere but in `markdown`.
  .refine(({ type, text }) => text === undefined || type === 'markdown' || SlackText.safeParse(text).success, {
    message: 'invalid_text',
  })

const optionalWords = words.nullish().transform((text) => text ?? undefined)

const SlackField = z.object({
  title: optionalWords,
  value: z
    .union([words, z.number(), z.boolean()])
    .nullish()
    .transform((value) => (value == null ? undefined : String(value))),
})

const SlackAttachment = z.object({
  fallback: optionalWords,
  color: optionalWords,
  pretext: optionalWords,
  author_name: optionalWords,
  author_link: optionalWords,
  title: optionalWords,
  title_link: optionalWords,
  text: optionalWords,
  fields: z
    .array(SlackField)
    .max(50)
    .nullish()
    .transform((fields) => fields ?? undefined),
  image_url: optionalWords,
  thumb_url: optionalWords,
  footer: optionalWords,
  blocks: z.array(SlackBlock).max(50).optional(),
  actions: z
    .array(Button)
    .max(20)
    .nullish()
    .transform((actions) => actions ?? undefined),
})

/** What Slack's incoming webhooks take, as far as Parley shows it. Fields that are not known are passed over. */
export const SlackPayload = z.object({
  text: optionalWords,
  mrkdwn: z
    .boolean()
    .nullish()
    .transform((isMarked) => isMarked ?? true),
  blocks: z
    .array(SlackBlock)
    .max(50)
    .nullish()
    .transform((blocks) => blocks ?? []),
  attachments: z
    .array(SlackAttachment)
    .nullish()
    .transform((attachments) => attachments ?? []),
  username: optionalWords,
  icon_emoji: optionalWords,
  channel: optionalWords,
  thread_ts: optionalWords,
  reply_broadcast: z
    .boolean()
    .nullish()
    .transform((isBroadcast) => isBroadcast ?? false),
  response_type: optionalWords,
})
export type SlackPayload = z.output<typeof SlackPayload>
export type SlackPayloadBlock = z.output<typeof SlackBlock>
export type SlackPayloadAttachment = z.output<typeof SlackAttachment>
