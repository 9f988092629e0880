import type { sharing as english } from '../../en/web/sharing'
import type { Translated } from '../../translated'

export const sharing: Translated<typeof english> = {
  'web.share.quote': '引用回复',
  'web.share.forward': '转发',
  'web.share.direct': '私信',
  'web.share.title': '转发消息',
  'web.share.to': '转发到',
  'web.share.search': '搜索频道和成员',
  'web.share.none': '没有找到这个频道或成员。',
  'web.share.comment': '附上一句话',
  'web.share.privateHint': '这条消息来自非公开的对话。转发后，目标频道里的所有人都能看到它的内容。',
  'web.share.submit': '转发',
  'web.share.done': '已转发到“{place}”。',
  'web.preview.none': '这条消息不存在，或你无权查看。',
  'web.preview.open': '查看{name}的原消息',
}
