import type { formatting as english } from '../../en/web/formatting'
import type { Translated } from '../../translated'

/** 正在写的消息的格式。 */
export const formatting: Translated<typeof english> = {
  'web.format.toggle': '格式',
  'web.format.toolbar': '消息格式',
  'web.format.mark.bold': '加粗',
  'web.format.mark.italic': '斜体',
  'web.format.mark.strike': '删除线',
  'web.format.mark.link': '链接',
  'web.format.mark.numbers': '编号列表',
  'web.format.mark.bullets': '项目列表',
  'web.format.mark.quote': '引用',
  'web.format.mark.code': '代码',
  'web.format.mark.codeBlock': '代码块',
  'web.format.tooltip': '{name}（{keys}）',
  'web.format.preview': '预览',
  'web.format.previewEmpty': '这里显示消息发出后的样子。',
}
