import type { documentErrors as english } from '../en/document-errors'
import type { Translated } from '../translated'

export const documentErrors: Translated<typeof english> = {
  'error.answers_full': '已有 {limit} 条标准答案，请先删除一些。',
  'error.collection_in_use': '文档集中还有文档或标准答案，请先移走或删除。',
  'error.owner_not_reader': '文档集的负责人必须是它的读者。',
  'error.document_empty': '文档里没有文字，请确认选对了文件。',
  'error.document_encoding_unknown': '无法识别文本的编码。请另存为 UTF-8 编码后重新添加。',
  'error.document_too_large': '文档内容过多，请拆分后分别添加。',
  'error.document_too_many_pages': '文档超过 3,000 页，请拆分后分别添加。',
  'error.document_encrypted': '文档设有密码，请另存一份不加密的再添加。',
  'error.document_broken': '文件已损坏或不完整，请用原来的软件打开并重新保存后再添加。',
  'error.document_without_text': '文档是扫描图片，没有文字。请先做文字识别（OCR），再重新添加。',
  'error.document_format_outdated': '这是旧版 Office 文件，请另存为 .docx、.xlsx 或 .pptx 后再添加。',
  'error.document_too_slow': '读取这份文档用时过长，未保存任何内容，请拆分后重试。',
}
