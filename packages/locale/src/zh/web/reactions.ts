import type { reactions as english } from '../../en/web/reactions'
import type { Translated } from '../../translated'

export const reactions: Translated<typeof english> = {
  'web.reaction.label': '表情回应',
  'web.reaction.by': '{emoji} {names}',
  'web.reaction.you': '你',
  'web.reaction.more': ({ count }) => `另外 ${count} 人`,

  'web.emoji.title': '表情',
  'web.emoji.search': '搜索表情',
  'web.emoji.none': '没有这个名字的表情，换个词试试。',
  'web.emoji.found': '搜索结果',
  'web.emoji.frequent': '常用',
  'web.emoji.smileys': '笑脸与情感',
  'web.emoji.people': '人物与身体',
  'web.emoji.animals': '动物与自然',
  'web.emoji.food': '食物与饮料',
  'web.emoji.travel': '旅行与地点',
  'web.emoji.activities': '活动',
  'web.emoji.objects': '物品',
  'web.emoji.symbols': '符号',
  'web.emoji.flags': '旗帜',
}
