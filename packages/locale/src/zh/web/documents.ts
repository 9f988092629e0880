import type { documents as english } from '../../en/web/documents'
import type { Translated } from '../../translated'

export const documents: Translated<typeof english> = {
  'web.documents.uploads': '正在添加的文件',
  'web.documents.waiting': '等待中',
  'web.documents.reading': '正在读取',
  'web.documents.added': '已添加',
  'web.documents.retry': '重新添加“{name}”',
  'web.documents.dismiss': '从列表中移除“{name}”',
  'web.documents.show': '查看“{name}”',
}
