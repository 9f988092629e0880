import type { app as english } from '../../en/web/app'
import type { Translated } from '../../translated'

export const app: Translated<typeof english> = {
  'web.app.name': 'Parley',
  'web.app.loading': '正在加载',
  'web.app.skip': '跳到内容',
  'web.app.back': '返回',
  'web.app.close': '关闭',
  'web.app.cancel': '取消',
  'web.app.retry': '重试',
  'web.app.undo': '撤销',
  'web.app.copied': '已复制',
  'web.app.copyRefused': '浏览器不允许复制，请选中文字后手动复制。',
  'web.app.code': '错误代码',
  'web.app.copyCode': '复制错误代码',
  'web.app.notFound': '页面不存在。',
  'web.app.notFoundHint': '链接可能已失效，或者你不在这个频道里。',
  'web.app.toChannels': '回到频道',
  'web.app.crashed': '页面的这一部分出错了。',
  'web.app.crashedHint': '已发送的内容都还在，刷新页面即可继续。',
  'web.app.reload': '刷新',
  'web.app.notices': '通知（{hotkey}）',

  'web.form.missing': '请填写此项。',
  'web.form.email': '请输入邮箱地址，例如 name@example.org。',
  'web.form.unreadable': '请输入完整的日期，或留空。',
  'web.form.short': '至少 {limit} 个字符，现在只有 {length} 个。',

  'web.connection.unreachable': '连不上服务器。请检查网络后重试。',
  'web.connection.offline': '与服务器的连接已断开。你写的内容都会保留，连上后自动发出。',
  'web.connection.databaseAway': '数据库暂时不可用。你可以继续阅读，写下的消息会在恢复后自动发出。',
  'web.connection.reconnect': '立即连接',

  'web.language.zh': '中文',
  'web.language.en': 'English',
  'web.language.label': '语言',

  'web.theme.system': '跟随系统',
  'web.theme.light': '浅色',
  'web.theme.dark': '深色',
  'web.theme.label': '外观',
}
