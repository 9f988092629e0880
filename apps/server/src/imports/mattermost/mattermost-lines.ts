import { z } from 'zod'

/* The lines of Mattermost's bulk export, version 1 ("Bulk loading data format"), as far as they are taken over. */

const text = z.string().nullish()
const millis = z.number().min(0).max(8.64e15)

const Reaction = z.looseObject({ user: z.string(), emoji_name: z.string() })
const Attachment = z.looseObject({ path: z.string() })

/** What a webhook or an app says beside its text, in the fields that Slack's have. */
const AppAttachment = z.looseObject({
  pretext: text,
  title: text,
  title_link: text,
  text,
  fallback: text,
  fields: z.array(z.looseObject({ title: z.any(), value: z.any() })).nullish(),
})
export type AppAttachment = z.infer<typeof AppAttachment>

const said = {
  user: z.string(),
  type: text,
  message: text,
  create_at: millis,
  edit_at: millis.nullish(),
  reactions: z.array(Reaction).nullish(),
  attachments: z.array(Attachment).nullish(),
  props: z
    .looseObject({
      attachments: z.array(AppAttachment).nullish().catch(null),
      /** `true` or `"true"`: a webhook said it, and `user` is whoever made the webhook. */
      from_webhook: z.coerce.string().nullish(),
      override_username: text.catch(null),
    })
    .nullish(),
  is_pinned: z.boolean().nullish(),
}

export const Reply = z.looseObject(said)
export const Post = z.looseObject({ ...said, team: z.string(), channel: z.string(), replies: z.array(Reply).nullish() })
export const DirectPost = z.looseObject({
  ...said,
  channel_members: z.array(z.string()).min(1).max(100),
  replies: z.array(Reply).nullish(),
})
export type Reply = z.infer<typeof Reply>

export const Channel = z.looseObject({
  team: z.string(),
  name: z.string(),
  display_name: text,
  type: text,
  header: text,
  purpose: text,
  deleted_at: millis.nullish(),
})

export const User = z.looseObject({
  username: z.string(),
  email: text,
  nickname: text,
  first_name: text,
  last_name: text,
  roles: text,
  locale: text,
  /** Where their picture lies in the archive. */
  profile_image: text,
  delete_at: millis.nullish(),
  teams: z
    .array(
      z.looseObject({
        name: z.string(),
        roles: text,
        channels: z.array(z.looseObject({ name: z.string() })).nullish(),
      }),
    )
    .nullish(),
})
export type User = z.infer<typeof User>

export const Bot = z.looseObject({ username: z.string(), display_name: text, delete_at: millis.nullish() })

export const DirectChannel = z.looseObject({
  members: z.array(z.string()).nullish(),
  participants: z.array(z.looseObject({ username: z.string() })).nullish(),
})

export const MattermostLine = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('version'), version: z.number() }),
  z.looseObject({ type: z.literal('channel'), channel: Channel }),
  z.looseObject({ type: z.literal('user'), user: User }),
  z.looseObject({ type: z.literal('bot'), bot: Bot }),
  z.looseObject({ type: z.literal('post'), post: Post }),
  z.looseObject({ type: z.literal('direct_channel'), direct_channel: DirectChannel }),
  z.looseObject({ type: z.literal('direct_post'), direct_post: DirectPost }),
])
export type MattermostLine = z.infer<typeof MattermostLine>
export type PostLine = Extract<MattermostLine, { type: 'post' | 'direct_post' }>

/** Known, and nothing that Parley has a place for. */
export const IGNORED_LINES = new Set(['info', 'role', 'scheme', 'emoji', 'team'])
