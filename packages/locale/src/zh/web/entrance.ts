import type { entrance as english } from '../../en/web/entrance'
import type { Translated } from '../../translated'

export const entrance: Translated<typeof english> = {
  'web.signIn.title': '登录',
  'web.signIn.titleTo': '登录 {workspace}',
  'web.signIn.email': '邮箱',
  'web.signIn.password': '密码',
  'web.signIn.submit': '登录',
  'web.signIn.submitting': '正在登录',
  'web.signIn.setupNeeded': '这台服务器还没有完成设置。请打开它启动时给出的设置链接。',
  'web.signIn.forgot': '忘记密码？请联系工作区管理员。',
  'web.signIn.tagline': '消息一发出就被读懂，一切都留在自己的服务器上。',

  'web.setup.title': '设置工作区',
  'web.setup.intro': '不到一分钟就好。所有数据都留在这台机器上。',
  'web.setup.workspace': '工作区名称',
  'web.setup.workspaceExample': '海港书店',
  'web.setup.name': '你的姓名',
  'web.setup.nameExample': '陈晓明',
  'web.setup.email': '邮箱',
  'web.setup.password': '密码',
  'web.setup.passwordHint': '至少 10 个字符。',
  'web.setup.withDemo': '加入演示内容',
  'web.setup.withDemoHint': '包含示例成员、频道和员工手册，方便先试一试。',
  'web.setup.submit': '创建工作区',
  'web.setup.submitting': '正在创建工作区',
  'web.setup.done': '这台服务器已经设置好了。',
  'web.setup.toSignIn': '去登录',
  'web.setup.noToken': '设置链接不完整。请打开服务器启动时给出的完整链接。',
}
