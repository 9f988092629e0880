import type { people as english } from '../../en/web/people'
import type { Translated } from '../../translated'

export const people: Translated<typeof english> = {
  'web.people.title': '成员',
  'web.people.more': '显示更多（还有 {count} 个）',
  'web.people.add': '添加成员',
  'web.people.name': '姓名',
  'web.people.email': '邮箱',
  'web.people.password': '初始密码',
  'web.people.passwordHint': '至少 10 个字符，请当面告知本人。',
  'web.people.role': '角色',
  'web.people.aliases': '别名',
  'web.people.aliasesHint': '用逗号分隔。',
  'web.people.submit': '添加',
  'web.people.added': '{name}现在可以登录了。',
  'web.people.write': '给{name}发私信',
  'web.people.you': '你',
  'web.people.assistantNote': '根据知识库回答，并记下任务',
  'web.people.rename': '修改姓名',
  'web.people.renameTitle': '修改{name}的姓名',
  'web.people.renamed': '{name}现在叫{next}。',
  'web.people.deactivate': '停用账号',
  'web.people.deactivateTitle': '停用{name}的账号？',
  'web.people.deactivateText': '{name}会立即在所有设备上退出，并且无法再登录。已发送的消息会保留。',
  'web.people.deactivated': '{name}的账号已停用。',
  'web.people.actions': '对{name}的操作',

  'web.role.owner': '所有者',
  'web.role.administrator': '管理员',
  'web.role.member': '成员',
  'web.role.guest': '访客',
}
