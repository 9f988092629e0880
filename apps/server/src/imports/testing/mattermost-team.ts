/* A team's bulk export as `mmctl export create --attachments` writes it ("Bulk loading data format"). */

const lines = [
  {
    type: 'version',
    version: 1,
    info: { generator: 'mattermost-server', version: '9.5.0', created: '2024-01-01T00:00:00Z' },
  },
  { type: 'role', role: { name: 'system_admin', display_name: 'x', description: 'x', permissions: [] } },
  { type: 'emoji', emoji: { name: 'gopher', image: 'emoji/gopher.png' } },
  { type: 'team', team: { name: 'core', display_name: 'Core', type: 'O' } },
  {
    type: 'channel',
    channel: {
      team: 'core',
      name: 'town-square',
      display_name: 'Town Square',
      type: 'O',
      header: 'Hello',
      purpose: '',
    },
  },
  {
    type: 'channel',
    channel: { team: 'core', name: 'secret', display_name: '机密', type: 'P', header: '', purpose: '' },
  },
  {
    type: 'user',
    user: {
      username: 'bea',
      email: 'Bea@Example.com',
      nickname: '',
      first_name: 'Bea',
      last_name: 'Ray',
      roles: 'system_user system_admin',
      locale: 'en',
      teams: [
        {
          name: 'core',
          roles: 'team_user',
          channels: [
            { name: 'town-square', roles: 'channel_user' },
            { name: 'secret', roles: 'channel_user' },
          ],
        },
      ],
    },
  },
  {
    type: 'user',
    user: {
      username: 'lihua',
      email: 'lihua@example.com',
      first_name: '华',
      last_name: '李',
      locale: 'zh-CN',
      roles: 'system_user',
      teams: [{ name: 'core', channels: [{ name: 'town-square' }] }],
    },
  },
  { type: 'bot', bot: { username: 'builder', owner: 'bea', display_name: 'Builder' } },
  {
    type: 'post',
    post: {
      team: 'core',
      channel: 'town-square',
      user: 'bea',
      message: '**Hi** @lihua and @all, see `x`',
      create_at: 1700000000123,
      edit_at: 1700000009000,
      is_pinned: true,
      reactions: [
        { user: 'lihua', create_at: 1700000001000, emoji_name: 'thumbsup' },
        { user: 'bea', create_at: 1700000002000, emoji_name: 'gopher' },
      ],
      replies: [
        { user: 'lihua', message: '你好', create_at: 1700000500000 },
        { user: 'erased', message: 'who am I', create_at: 1700000400000 },
      ],
      attachments: [{ path: '20231114/teams/noteam/plan.txt' }],
    },
  },
  {
    type: 'post',
    post: {
      team: 'core',
      channel: 'town-square',
      user: 'bea',
      type: 'system_join_channel',
      message: 'bea joined',
      create_at: 1700000600000,
    },
  },
  {
    type: 'post',
    post: {
      team: 'core',
      channel: 'town-square',
      user: 'builder',
      type: 'slack_attachment',
      message: '',
      create_at: 1700000650000,
      props: {
        from_webhook: 'true',
        attachments: [
          {
            title: 'Build 7',
            title_link: 'https://ci.example.com/7',
            text: '**failed**',
            fields: [{ title: 'Branch', value: 'main' }],
          },
        ],
      },
    },
  },
  { type: 'post', post: { team: 'core', channel: 'nowhere', user: 'bea', message: 'lost', create_at: 1700000700000 } },
  { type: 'direct_channel', direct_channel: { members: ['bea', 'lihua'], header: '' } },
  {
    type: 'direct_post',
    direct_post: { channel_members: ['lihua', 'bea'], user: 'lihua', message: '悄悄话', create_at: 1700000800000 },
  },
  { type: 'novelty', novelty: {} },
]

export const mattermostLines = [...lines.map((line) => JSON.stringify(line)), '{ broken', ''].join('\n')
