import type { channels as english } from '../../en/web/channels'
import type { Translated } from '../../translated'

export const channels: Translated<typeof english> = {
  'web.channel.unread': ({ count }) => `${count} 条未读`,
  'web.channel.unreadMark': '未读',
  'web.channel.public': '公开频道',
  'web.channel.private': '私密频道',
  'web.channel.direct': '私信',
  'web.channel.members': ({ count }) => `${count} 名成员`,
  'web.channel.membersLabel': '成员',
  'web.channel.leave': '退出频道',
  'web.channel.left': '已退出“{channel}”。',
  'web.channel.details': '频道详情',
  'web.channel.addPeople': '添加成员',
  'web.channel.addAssistant': '添加助手',
  'web.channel.removeAssistant': '移除助手',
  'web.channel.assistantHere': '助手在这个频道里。有人 @助手 时，它会回答问题、创建任务。',
  'web.channel.assistantAway': '助手不在这个频道里。',
  'web.channel.noTopic': '还没有主题',
  'web.channel.archived': '这个频道已归档，只能阅读。',

  'web.createChannel.title': '新建频道',
  'web.createChannel.name': '名称',
  'web.createChannel.nameExample': '版本发布',
  'web.createChannel.topic': '主题（可不填）',
  'web.createChannel.kind': '谁可以加入',
  'web.createChannel.public': '所有人',
  'web.createChannel.private': '仅限受邀成员',
  'web.createChannel.withAssistant': '让助手加入',
  'web.createChannel.withAssistantHint': '它会阅读频道里的消息；有人 @助手 时，它会回答问题、创建任务。随时可以移除。',
  'web.createChannel.submit': '创建频道',

  'web.direct.title': '发起私信',
  'web.direct.search': '查找成员',
  'web.direct.none': '没有找到这个人。',
  'web.direct.submit': '打开',
  'web.direct.limit': '最多 8 人。',

  'web.browse.title': '浏览频道',
  'web.browse.empty': '没有其他可以加入的频道。',
  'web.browse.emptyHint': '需要聊新话题时，可以新建一个。',
  'web.browse.join': '加入',
}
