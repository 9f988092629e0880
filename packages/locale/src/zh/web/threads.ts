import type { threads as english } from '../../en/web/threads'
import type { Translated } from '../../translated'

export const threads: Translated<typeof english> = {
  'web.thread.title': '话题',
  'web.thread.close': '关闭话题',
  'web.thread.label': '话题里的消息',
  'web.thread.reply': '在话题中回复',
  'web.thread.placeholder': '回复',
  'web.thread.replies': ({ count }) => `${count} 条回复`,
  'web.thread.newReplies': ({ count }) => `${count} 条新回复`,
  'web.thread.last': '最近回复 {time}',
  'web.thread.alsoInChannel': '同时发送到“{channel}”',
  'web.thread.alsoDirect': '同时发送到对话',
  'web.thread.repliedIn': '在话题中回复',
  'web.thread.inChannelToo': '已同时发送到频道',
  'web.thread.follow': '有新回复时提醒我',
  'web.thread.followed': '这个话题有新回复时会提醒你。',
  'web.thread.unfollowed': '这个话题有新回复时不再提醒你。',

  'web.threads.title': '话题',
  'web.threads.unread': ({ count }) => `${count} 个话题有新回复`,
  'web.threads.allRead': '没有新回复',
  'web.threads.earlier': ({ count }) => `还有 ${count} 条更早的回复`,
  'web.threads.more': '显示更多话题',
  'web.threads.empty': '还没有话题',
  'web.threads.emptyHint': '你发起、参与或被提到的话题会汇集在这里。指向一条消息并回复，就能开始一个话题。',
}
