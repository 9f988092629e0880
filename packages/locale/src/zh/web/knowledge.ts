import type { knowledge as english } from '../../en/web/knowledge'
import type { Translated } from '../../translated'

export const knowledge: Translated<typeof english> = {
  'web.knowledge.title': '知识库',
  'web.knowledge.add': '添加文档',
  'web.knowledge.document': '文档',
}
