/** Verbs of work that leaves something done. People write tasks with few verbs; the lists grow by what is missed. */

const CHINESE =
  '联调|压测|提测|排版|回访|汇报|复核|核查|校验|盘点|清点|润色|执笔|邀请|更新|修改|修复|修好|修订|修|改进|改版|改|编写|撰写|起草|填写|写|整理|梳理|准备|提交|发布|发送|发出|发给|发我|发|上传|下载|解决|处理|跟进|跟踪|联系|沟通|确认|核对|核实|检查|排查|测试|测|验证|评审|审核|审批|审|设计|画|制作|做|开发|实现|部署|上线|迁移|备份|恢复|清理|删除|导出|导入|采购|购买|买|预订|订|续签|续费|续期|续|申请|开通|安装|配置|搭建|优化|升级|调研|分析|统计|汇总|翻译|校对|剪辑|剪|拍|录制|录|打印|印|寄|通知|组织|安排|主持|培训|完成|搞定|落实|推进|推动|补齐|补充|补|填|反馈|回复|答复|回|看|查看|研究|拟定|拟|归档|归还|维护|监控|重启|关闭|创建|新建|建|登记|上报|交付|交|收集|对接|协调|布置|设置|调整|替换|撤下|签|盖章|付款|付|结算|转发|分享|复盘|贴|换|调试|调|定|接待|接'
const ENGLISH =
  'add|address|analy[sz]e|approve|archive|arrange|assemble|audit|back up|book|build|buy|call|cancel|change|check|clean|close|collect|compile|complete|configure|confirm|contact|convert|coordinate|copy|create|debug|define|delete|deliver|deploy|design|develop|distribute|document|draft|edit|email|escalate|estimate|evaluate|export|fill|finali[sz]e|file|find|finish|fix|follow up|forward|gather|get|handle|hand over|implement|import|improve|install|investigate|invite|launch|look into|mail|make|merge|migrate|monitor|move|negotiate|notify|onboard|order|organi[sz]e|own|patch|pay|phone|pick up|plan|post|prepare|present|print|proofread|publish|pull together|push|put together|rebuild|record|refactor|register|release|remove|renew|repair|replace|reply|report|research|resolve|respond|restart|restore|review|revise|rewrite|roll out|rotate|run|scan|schedule|send|set up|share|ship|sign|sort out|submit|summari[sz]e|sync|take care of|take over|take on|take(?! (?:a|the) (?:day|week|break|look|train|bus|call))|test|train|transfer|translate|triage|trim|troubleshoot|tune|unblock|update|upgrade|upload|validate|verify|wrap up|write|write up|restock|reach out|double-check|proof|clear|reset|reboot|cut|prototype|benchmark|outline|consolidate|reconcile|host|lead|drive|pitch|label|tag|pull|drop|tidy|fetch|enable|disable|provision|revert|roll back|bump|reproduce|locali[sz]e|backfill|finish up|set|redo|retest|reschedule|refund|ping|circulate|brief'

export const CHINESE_VERB = `(?:${CHINESE})`
export const ENGLISH_VERB = `(?:${ENGLISH})`

/** Words that may stand between the subject and the verb: 跟法务确认, 把合同发给. */
const CHINESE_START = new RegExp(
  `^(?:${CHINESE_VERB}(?![的得])|(?:把|将)[^，。]{3,}|(?:跟|和|给|向|为|对|与|在)[^，。]{1,24}?${CHINESE_VERB}(?!的))`,
)
const ENGLISH_START = new RegExp(
  `^(?:(?:also|both|just|quickly|finally|personally|please|then|go ahead and) )*${ENGLISH_VERB}\\b`,
  'i',
)

/** Does the text begin with a verb of work? */
export const startsWithWork = (text: string) => CHINESE_START.test(text) || ENGLISH_START.test(text)

/** Verbs that ask for attention, patience or words, not for work. */
const LIGHT_ZH =
  /^(?:[了过](?=\S)|正在|在(?=[写做改整准处修测看查跟弄搞])|查收|知悉|知晓|注意|稍等|稍候|等|放心|参考|参阅|指教|指正|谅解|理解|见谅|原谅|多多|多|问(?!题|卷)|告诉|告知|说|讲|解释|介绍|进|坐|支持|关注|勿|保重|教|留意|别|不要|不用|您?看(?:这里|附件|上面|图)|假|客(?!户)|吃|喝|来|去|大家|看$|收下|提醒|转人工|接通|转接|帮助|有空|在吗|在不在|方便|觉得|认为|同意|收到|休息|加油|查看(?:附件|链接|下面|以下|上面|更新|详情|文档|报告|邮件)|查看$|查阅$|过目$|审阅$|回复一下吗|准时|参加|出席|打开|点击|输入|到(?!客户)|开会)/
const LIGHT_EN =
  /^(?:set (?:a|an|the) (?:reminder|alarm)|be|see|find .*attached|find attached|note|tell|explain|let|know|wait|hold|stay|feel|help|excuse|forgive|bear|keep in mind|think|consider|join|come(?! up with)|go|have a|enjoy|remember that|advise|stop|don't|do not|remind|(?:talk|speak)(?! (?:to|with) (?!an? |some|human|agent|you\b|me\b))|connect|transfer me|say|show|give me|teach|be|try|meet|miss|take (?:\s*off|a (?:break|look|seat|rest|day|walk|position)|your time|some time|the day off|time|it easy)|leave|like|love|hope|want|need|ignore|read this|look at this|hear|ask(?! (?:the|our|an?|his|her|their) .*\b(?:for|to|about|whether|if)\b)|answer|recommend|describe)\b/i
/** What the assistant itself is asked for; work for a person only when one is named or a deadline set. */
const ASSISTANT_ZH =
  /^(?:帮我|帮忙)?(?:总结|概括|概述|归纳|提炼|翻译|译|搜索|搜|查找|查询|查一?下|找|检索|订|预订|预定|预约|约|取消|推荐|播放|报销|介绍|发送邮件|生成|列出)/
const ASSISTANT_EN =
  /^(?:summari[sz]e|recap|translate|search|find|look up|show|list|order|book|reserve|schedule|cancel|recommend|play|set (?:a|an) (?:reminder|alarm)|set up a (?:call|meeting)|buy|get me|call me|generate|reimburse|(?:submit|file|claim|log|hand in) (?:an?|my|the|this) (?:\w+ )?(?:taxi|leave|holiday|expenses?|claim|receipts?|request)|expense|approve my|grant|give)\b/i

export const isLight = (text: string) => LIGHT_ZH.test(text) || LIGHT_EN.test(text)
export const isForAssistant = (text: string) => ASSISTANT_ZH.test(text) || ASSISTANT_EN.test(text)
