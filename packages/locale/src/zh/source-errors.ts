import type { sourceErrors as english } from '../en/source-errors'
import type { Translated } from '../translated'
import { unreachable } from './unreachable'

export const sourceErrors: Translated<typeof english> = {
  ...unreachable,
  'error.source_directory_forbidden': '服务器不能读取这个目录，请改用 PARLEY_SOURCE_DIRECTORIES 允许的目录。',
  'error.source_address_forbidden': '服务器不能访问这个地址，管理员可通过 PARLEY_SOURCE_HOSTS 放行。',
  'error.source_address_with_secret':
    '管理来源的人都能看到地址，请不要在里面写用户名、密码或令牌。私有 Git 仓库有专门的输入框，地址里也不要带“?”或“#”。',
  'error.source_missing': '这个地址下没有可收录的内容，请检查是否写错。',
  'error.source_unreachable': '无法连接：{reason}。下次会再试。',
  'error.source_refused': '对方服务器没有返回文档，状态码为 {status}。',
  'error.source_moved': '这个地址跳转到了收录范围之外：{address}。请改填该地址。',
  'error.source_closed_to_programs': '该网站的 robots.txt 要求程序不要访问此页。',
  'error.source_too_large': '内容超出单次收录的上限，请缩小范围。',
  'error.source_full': '每个来源最多收录 {limit} 篇文档，请缩小范围或另建一个来源。',
  'error.source_paused': '这个来源已暂停，不再收录文档。请先让它继续。',
  'error.secret_unreadable':
    '无法解开已保存的密码、令牌或签名密钥：它是用本服务器没有的密钥加密的。请重新填写，或恢复服务器原来的密钥。',
  'error.source_secret_unsafe': '密码或令牌只能通过 https:// 发送。',
  'error.source_branch_missing': '没有这个分支：{branch}。',
  'error.source_git_missing': '服务器没有安装 Git，或版本低于 2.37，请联系管理员安装。',
  'error.source_owner_gone': '添加此来源的人已无权向这里添加文档，请重新添加来源。',
  'error.too_many_sources': '来源已达上限（{limit} 个），请先移除一些。',
}
