import type { knowledge as english } from '../../en/web/knowledge'
import type { Translated } from '../../translated'

export const knowledge: Translated<typeof english> = {
  'web.knowledge.title': '知识库',
  'web.knowledge.intro': '助手根据这些文档回答，并标明依据。',
  'web.knowledge.add': '添加文档',
  'web.knowledge.empty': '还没有文档。',
  'web.knowledge.emptyHint': '把手册或指南放进来，助手就能据此回答，并给出依据。',
  'web.knowledge.passages': ({ count }) => `${count} 个段落`,
  'web.knowledge.removeNamed': '移除《{title}》',
  'web.knowledge.removed': '已移除《{title}》',
  'web.knowledge.added': '已添加《{title}》',
  'web.knowledge.addTitle': '添加文档',
  'web.knowledge.documentTitle': '标题',
  'web.knowledge.text': '内容',
  'web.knowledge.textHint': '支持 Markdown、纯文本和 HTML。',
  'web.knowledge.choose': '选择文件',
  'web.knowledge.dropHint':
    '或把文件拖到页面上。支持 PDF、Word、PowerPoint、Excel、CSV、邮件、HTML、Markdown 和文本，每个不超过 50 MB。',
  'web.knowledge.submit': '添加',
  'web.knowledge.submitting': '正在读取文档',
  'web.knowledge.dropHere': '松开即可加入知识库',
  'web.knowledge.document': '文档',
}
