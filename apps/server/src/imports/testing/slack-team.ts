/*
 * A small team's Slack export, as Slack writes it (help centre: "How to read Slack data exports"): two languages, every
 * kind of channel, threads, a thread whose beginning is gone, bots, notices, files, edits, pins and reactions.
 */

const user = (id: string, name: string, realName: string, more: object = {}) => ({
  id,
  team_id: 'T01PARLEY',
  name,
  deleted: false,
  real_name: realName,
  tz: 'Asia/Shanghai',
  tz_offset: 28800,
  profile: {
    real_name: realName,
    display_name: '',
    email: `${name}@example.com`,
    image_72: 'https://avatars.example.com/x.png',
  },
  is_admin: false,
  is_owner: false,
  is_restricted: false,
  is_bot: false,
  updated: 1700000000,
  ...more,
})

export const users = [
  user('U01ANN', 'ann', 'Ann Lee', { is_admin: true, tz: 'Europe/London', locale: 'en-GB' }),
  user('U02WANG', 'wangxm', '王小明', { locale: 'zh-CN' }),
  user('U03GONE', 'gone', 'Gone Person', { deleted: true }),
  user('U04GUEST', 'visitor', 'Vi Sitor', { is_restricted: true }),
  {
    ...user('U05BOT', 'deploybot', 'Deploy Bot', { is_bot: true }),
    profile: { real_name: 'Deploy Bot', bot_id: 'B05BOT' },
  },
]

const channels = [
  {
    id: 'C01GENERAL',
    name: 'general',
    created: 1600000000,
    creator: 'U01ANN',
    is_archived: false,
    is_general: true,
    members: ['U01ANN', 'U02WANG', 'U03GONE', 'U05BOT'],
    pins: [{ id: '1700000100.000100', type: 'C', created: 1700000101, user: 'U01ANN', owner: 'U01ANN' }],
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: 'Everything & everybody', creator: 'U01ANN', last_set: 1 },
  },
  {
    id: 'C02OLD',
    name: '旧项目',
    is_archived: true,
    members: ['U02WANG'],
    topic: { value: '结束了' },
    purpose: { value: '' },
  },
]
const groups = [
  {
    id: 'G01LEADS',
    name: 'leads',
    is_archived: false,
    members: ['U01ANN', 'U02WANG'],
    topic: { value: '' },
    purpose: { value: '' },
  },
]
const dms = [{ id: 'D01AW', created: 1600000000, members: ['U01ANN', 'U02WANG'] }]
const mpims = [
  {
    id: 'G02MP',
    name: 'mpdm-ann--wangxm--visitor-1',
    members: ['U01ANN', 'U02WANG', 'U04GUEST'],
    topic: { value: '' },
    purpose: { value: '' },
  },
]

const says = (userId: string, ts: string, text: string, more: object = {}) => ({
  type: 'message',
  user: userId,
  ts,
  text,
  team: 'T01PARLEY',
  ...more,
})

const generalDay1 = [
  {
    type: 'message',
    subtype: 'channel_join',
    user: 'U01ANN',
    ts: '1700000000.000100',
    text: '<@U01ANN> has joined the channel',
  },
  says(
    'U01ANN',
    '1700000100.000100',
    '*Welcome* <@U02WANG>, read <https://example.com/a_b_c|the guide> &amp; say hi in <#C02OLD|旧项目> <!here> :tada:',
    {
      reactions: [
        { name: '+1::skin-tone-3', users: ['U02WANG', 'U03GONE'], count: 2 },
        { name: 'parley_parrot', users: ['U02WANG'], count: 1 },
      ],
      edited: { user: 'U01ANN', ts: '1700000160.000000' },
    },
  ),
  says('U02WANG', '1700000200.000200', '请大家周五前看完发布清单', {
    thread_ts: '1700000200.000200',
    reply_count: 2,
    reply_users_count: 2,
    latest_reply: '1700090300.000300',
  }),
  says('U01ANN', '1700000300.000300', 'Will do', { thread_ts: '1700000200.000200', parent_user_id: 'U02WANG' }),
  says('U03GONE', '1700000400.000400', 'An answer whose question was deleted', {
    thread_ts: '1699999999.000100',
    parent_user_id: 'U03GONE',
  }),
  says('U01ANN', '1700000410.000400', 'And another one', { thread_ts: '1699999999.000100', parent_user_id: 'U03GONE' }),
  {
    type: 'message',
    subtype: 'bot_message',
    bot_id: 'B09CI',
    username: 'CI',
    ts: '1700000500.000500',
    text: '',
    attachments: [
      {
        fallback: 'Build 7 failed',
        title: 'Build 7',
        title_link: 'https://ci.example.com/7',
        text: '*failed* in `lint`',
        fields: [{ title: 'Branch', value: 'main', short: true }],
      },
    ],
  },
  { type: 'message', subtype: 'me_message', user: 'U01ANN', ts: '1700000600.000600', text: 'is having lunch' },
  says('U01ANN', '1700000700.000700', '', {
    upload: true,
    files: [
      {
        id: 'F01',
        name: '计划.pdf',
        mimetype: 'application/pdf',
        size: 12,
        mode: 'hosted',
        url_private: 'https://files.example.com/F01',
        permalink: 'https://team.example.com/files/F01',
      },
    ],
  }),
]

const generalDay2 = [
  says('U02WANG', '1700090300.000300', '*看完了*，可以发布', {
    thread_ts: '1700000200.000200',
    parent_user_id: 'U02WANG',
    subtype: 'thread_broadcast',
  }),
  says('U02WANG', '1700090400.000400', 'list', {
    blocks: [
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: '清单', style: { bold: true } },
              { type: 'text', text: ' for ' },
              { type: 'user', user_id: 'U01ANN' },
              { type: 'emoji', name: 'rocket' },
            ],
          },
          {
            type: 'rich_text_list',
            style: 'ordered',
            indent: 0,
            elements: [
              { type: 'rich_text_section', elements: [{ type: 'text', text: 'one' }] },
              { type: 'rich_text_section', elements: [{ type: 'link', url: 'https://example.com/two', text: 'two' }] },
            ],
          },
          { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'npm start' }] },
        ],
      },
    ],
  }),
  {
    type: 'message',
    subtype: 'tombstone',
    user: 'USLACKBOT',
    ts: '1700090500.000500',
    text: 'This message was deleted.',
    thread_ts: '1700090500.000500',
    reply_count: 1,
  },
  says('U01ANN', '1700090600.000600', 'still here', { thread_ts: '1700090500.000500', parent_user_id: 'USLACKBOT' }),
]

/** The files of the export's zip. */
export const slackTeam = {
  'users.json': users,
  'channels.json': channels,
  'groups.json': groups,
  'dms.json': dms,
  'mpims.json': mpims,
  'integration_logs.json': [],
  'general/2023-11-14.json': generalDay1,
  'general/2023-11-15.json': generalDay2,
  '旧项目/2023-11-14.json': [says('U02WANG', '1700000150.000100', '项目结束，谢谢大家')],
  'leads/2023-11-14.json': [
    says('U01ANN', '1700000160.000100', '@Parley please assign the budget to Ann Lee by Friday'),
  ],
  'D01AW/2023-11-14.json': [says('U02WANG', '1700000170.000100', '私下说一句')],
  'mpdm-ann--wangxm--visitor-1/2023-11-14.json': [says('U04GUEST', '1700000180.000100', 'Three of us')],
} as const

/** A later export of the same team: one day more. */
export const laterSlackTeam = {
  ...slackTeam,
  'general/2023-11-20.json': [says('U01ANN', '1700500000.000100', 'Said after the first export, <@U02WANG>')],
}
