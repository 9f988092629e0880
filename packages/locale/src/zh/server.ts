import type { server as english } from '../en/server'
import type { Translated } from '../translated'

export const server: Translated<typeof english> = {
  'server.assistantName': '助手',
  'server.firstChannel.name': '综合',
  'server.firstChannel.topic': '大家都在这里',
  // The assistant's first message: the owner copies the quoted lines.
  'server.welcome': ({ name }) =>
    [
      `${name}，欢迎。我是助手 Parley，下面三件事可以先试一试：`,
      '**一、问一个问题**',
      '先在“知识库”里添加一份文档，再来问它的内容：在这里要写上我的名字，在我们的私信里直接问就行。',
      '> @Parley 年假有几天？',
      '回答会注明依据；不知道的，我会直说不知道。',
      '**二、建一个任务**',
      `> @Parley 请把发布清单分配给${name}，周五前完成`,
      '任务会以卡片出现，也会列在“任务”里，随时可以撤销。',
      '**三、看看为什么**',
      '在任意一条消息上点“为什么？”，或按 `W`：能看到助手读出了什么、有多大把握、和哪些例句作了比较。',
    ].join('\n\n'),
  'server.review.answer': '“{title}”的标准答案到期了，请到知识库里复核。',
  'server.review.answered': '你之前问的“{title}”有答案了，再问我一次就能看到。',
  'server.review.past': '《{title}》已过复核日期，使用前请先核实。',
  'server.review.document': '文档《{title}》该复核了，请到知识库里查看。',
  'server.reminder.own': '⏰ 提醒：{text}',
  'server.reminder.from': '⏰ {name}让我提醒你：{text}',
  'server.reminder.message': '查看原消息',
  'server.reminder.refused': '这条提醒没能发到频道里：{words}',
  // What a start tells while it lasts, and when the server listens.
  'server.push.newMessage': '新消息',
  'server.push.inChannel': '{name}在频道 #{channel}',
  'server.push.test': '此浏览器可以收到通知。',
  'server.import.tombstone': '此消息已删除。',
  'server.warning': '你的一条消息被举报，管理人员提醒你注意言辞。',
  'server.warningReason': '你的一条消息被举报，管理人员提醒你注意言辞：{reason}',
  'server.task.request': '{request}：{details}',
  'server.task.separator': '，',
  'server.task.handOff': '请回复{name}：{words}',
  'server.task.handOffUrgent': '【急】请回复{name}：{words}',
  'server.progress.database': '正在启动数据库 …',
  'server.progress.languageModel': '正在启动语言模型 …',
  'server.progress.fetching': '正在下载语言模型，91 MB（仅首次启动）…',
  'server.progress.training': '正在学习办公场景的意图（仅首次启动）…',
  'server.progress.stopping': '正在停止 …',
  'server.trouble.model_corrupt':
    '语言模型文件已损坏，不予使用；暂时只按字面理解消息。请删除该文件后重新启动：{detail}',
  'server.trouble.model_unavailable': '无法获取语言模型，暂时只按字面理解消息。{detail}',
  'server.trouble.encoder_failed': '语言模型无法启动，暂时只按字面理解消息。{detail}',
  'server.ready.setupLink': '请打开这个一次性链接，设置你的工作区：{link}',
  'server.ready.demoPassword': '演示密码（只显示这一次）：{password}（{owner} 以及 {first}、{second} 等演示账号通用）',
  'server.ready.demoPasswordOfOthers': '演示密码（只显示这一次）：{password}（{first}、{second} 等演示账号通用）',
  // Why a start failed, one line each; the stable code stands before it.
  'server.start.configuration': '配置无法使用：',
  'server.start.port_in_use': '端口已被占用。请停止占用端口的程序，或将 PARLEY_PORT 设为其他端口。',
  'server.start.address_unavailable': '本机没有 PARLEY_HOST 所指定的地址。',
  'server.start.access_denied': '访问被拒绝：{detail}',
  'server.start.unexpected': 'Parley 无法启动：{detail}',
  'server.start.already_running':
    '另一个 Parley（进程 {pid}）正在使用这份数据。请先停止它，或将 PARLEY_DATA_DIR 设为其他目录。',
  'server.start.bundled_database_unavailable':
    'Parley 未提供适用于 {platform} 的 PostgreSQL，请将 DATABASE_URL 指向你自己的数据库服务器。',
  'server.start.bundled_database_failed': 'PostgreSQL 未能启动：{detail}',
  'server.start.bundled_database_stuck':
    '之前的 Parley 遗留的 PostgreSQL（进程 {pid}）无法结束，请手动结束后重新启动。',
  'server.start.data_version_mismatch':
    '{directory} 中的数据属于 PostgreSQL {found}，而当前 Parley 使用 PostgreSQL {needed}。',
  'server.start.data_directory_not_owned': '{directory} 中的数据属于其他用户（{owner}），请以该用户身份启动 Parley。',
  'server.start.data_directory_not_writable': '无法写入 {directory}：{detail}',
  'server.start.data_directory_unreachable':
    'PostgreSQL 的用户既无法访问 {directory}，也无法访问系统目录，请将 PARLEY_DATA_DIR 设为它能访问的位置。',
  'server.start.data_missing': '{link} 指向 {directory}，但那里已没有数据库。',
  'server.start.disk_full': '磁盘已满，请腾出空间后重新启动。',
  'server.start.database_unreachable': '无法连接 DATABASE_URL 指定的服务器：{detail}',
  'server.start.database_too_old': 'PostgreSQL {version} 版本过旧，Parley 需要 {needed} 或更高版本。',
  'server.start.database_not_utf8': '数据库编码为 {encoding}，而 Parley 需要 UTF8。可用以下命令创建：{command}',
  'server.hooks.switchedOff':
    '出站 Webhook“{name}”已停用：其地址持续 24 小时无法送达，或对方表示该地址已失效。可在“集成”页面重新启用。',
}
