import { z } from 'zod'

/*
 * The files of a Slack export as they are read here. Exports grow fields all the time and drop others with the plan:
 * everything that can be missing may be.
 */

const text = z.string().nullish()

/** A list in which some tool left `null` for what it could not fetch: the message around it is read all the same. */
const withoutGaps = <Entry extends z.ZodType>(entry: Entry) =>
  z.preprocess((list) => (Array.isArray(list) ? list.filter((it) => it !== null) : list), z.array(entry))

/** Seconds with microseconds. A string; some tools make a number of it. */
const moment = z.coerce.string().regex(/^\d{1,12}(\.\d{1,9})?$/)

export const SlackUser = z.looseObject({
  id: z.string(),
  name: text,
  real_name: text,
  deleted: z.boolean().nullish(),
  is_bot: z.boolean().nullish(),
  is_admin: z.boolean().nullish(),
  is_owner: z.boolean().nullish(),
  is_restricted: z.boolean().nullish(),
  is_ultra_restricted: z.boolean().nullish(),
  tz: text,
  locale: text,
  profile: z.looseObject({ real_name: text, display_name: text, email: text }).nullish(),
})
export type SlackUser = z.infer<typeof SlackUser>

export const SlackChannel = z.looseObject({
  id: z.string(),
  name: text,
  is_archived: z.boolean().nullish(),
  /** Tools that ask Slack themselves put all kinds of channels into one list. */
  is_private: z.boolean().nullish(),
  is_group: z.boolean().nullish(),
  is_mpim: z.boolean().nullish(),
  is_im: z.boolean().nullish(),
  /** Of a direct channel without a list of members: the other one. */
  user: text,
  members: z.array(z.string()).nullish(),
  topic: z.looseObject({ value: text }).nullish(),
  purpose: z.looseObject({ value: text }).nullish(),
  pins: z.array(z.looseObject({ id: text, type: text })).nullish(),
})
export type SlackChannel = z.infer<typeof SlackChannel>

export const SlackFile = z.looseObject({
  id: text,
  name: text,
  title: text,
  mode: text,
  is_external: z.boolean().nullish(),
  url_private: text,
  url_private_download: text,
  permalink: text,
})
export type SlackFile = z.infer<typeof SlackFile>

export const SlackMessage = z.looseObject({
  type: text,
  subtype: text,
  ts: moment,
  user: text,
  bot_id: text,
  username: text,
  icons: z.looseObject({ emoji: text }).nullish().catch(null),
  text,
  thread_ts: moment.nullish().catch(null),
  parent_user_id: text,
  inviter: text,
  comment: z.looseObject({ user: text, comment: text }).nullish(),
  edited: z.looseObject({ ts: moment.nullish().catch(null) }).nullish(),
  blocks: z.array(z.any()).nullish(),
  attachments: z.array(z.any()).nullish(),
  files: withoutGaps(SlackFile).nullish(),
  file: SlackFile.nullish(),
  pinned_to: z.array(z.string()).nullish(),
  user_profile: z.looseObject({ real_name: text, display_name: text, name: text }).nullish(),
  bot_profile: z.looseObject({ id: text, name: text }).nullish(),
  reactions: withoutGaps(z.looseObject({ name: z.string(), users: withoutGaps(z.string()).nullish() })).nullish(),
})
export type SlackMessage = z.infer<typeof SlackMessage>

/** As much of a message as tells who says it. */
export const SlackSaid = SlackMessage.pick({
  ...{ ts: true, text: true, subtype: true, user: true, bot_id: true, username: true, comment: true },
  ...{ user_profile: true, bot_profile: true },
})
export type SlackSaid = z.infer<typeof SlackSaid>
