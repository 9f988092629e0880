import type { EntityKind } from './relation'

const HEADS: readonly (readonly [EntityKind, RegExp])[] = [
  [
    'system',
    /\b(?:services?|systems?|gateway|database|db|api|apis|server|servers|cluster|pipeline|dashboard|app|backend|frontend|module|library|queue|cache|broker|registry|proxy|balancer|portal|platform|tool|engine|store|repo|repository|index|scheduler|worker|client|sdk|crm|erp|wiki|website|site|shop|checkout|login|search|firewall|vpn|network|ledger|console|bot|job|script|connector|plugin|component|storage|bus|stack|warehouse system|inventory)$|(?:系统|服务|网关|数据库|接口|服务器|集群|流水线|看板|应用|后端|前端|模块|组件|队列|缓存|中间件|平台|工具|引擎|仓库系统|门户|官网|网站|小程序|客户端|代理|防火墙|网络|账本|脚本|存储|中台|后台|插件|机器人|调度器|库)$/iu,
  ],
  [
    'project',
    /\b(?:project|programme|program|migration|launch|rollout|initiative|release|relaunch|redesign|pilot|campaign|sprint|milestone|upgrade|roadmap)$|^project\b|(?:项目|工程|迁移|上线|改造|计划|活动|发布|升级|试点|版本|里程碑|改版)$/iu,
  ],
  [
    'organisation',
    /\b(?:team|teams|department|dept|group|company|gmbh|ltd|inc|llc|ag|corp|squad|division|unit|office of .+|vendor|supplier|agency|bank|board|committee|logistics|foundry|works|industries|marketing|finance|sales|procurement|legal|hr|support|operations|engineering)$|(?:团队|部门|部|组|公司|集团|供应商|厂|小组|委员会|中心|银行|事务所|科技|股份|物流|事业群)$/iu,
  ],
  [
    'place',
    /\b(?:office|building|floor|room|campus|warehouse|plant|hall|city|street|lab|site|basement|lobby|hq|headquarters|data ?cent(?:er|re)|region)$|(?:办公室|大楼|楼|层|会议室|园区|仓库|工厂|机房|实验室|大厅|市|省|区|总部|数据中心|基地|路|号楼)$/iu,
  ],
  [
    'document',
    /\b(?:policy|handbook|contract|runbook|document|doc|spec|specification|guide|manual|report|agreement|checklist|template|playbook)$|(?:制度|手册|合同|文档|规范|指南|报告|协议|清单|模板|说明书|白皮书)$|^《.+》$/iu,
  ],
  [
    'product',
    /\b(?:product|products|castings|housings|parts|components|packaging|paper|steel|chips|batteries|pumps?|sensors?|laptops|coffee|screens|cables|motors?|valves?|labels|furniture|printers?)$|(?:产品|铸件|外壳|零件|零部件|包装|纸箱|钢材|芯片|电池|水泵|泵|传感器|笔记本|电脑|咖啡|屏幕|线缆|电机|阀门|标签|家具|打印机|原料|耗材|材料)$/iu,
  ],
]

/** What a name is by its last word; undefined where that says nothing. */
export const kindByHead = (name: string): EntityKind | undefined => HEADS.find(([, head]) => head.test(name))?.[0]

const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'
const CHINESE_PERSON = new RegExp(
  `^(?:[${SURNAMES}]\\p{Script=Han}{1,2}|[老小阿][${SURNAMES}]|[${SURNAMES}](?:总|工|姐|哥|经理|老师|主任))$`,
  'u',
)
const LATIN_PERSON = /^(?:(?:Mr|Mrs|Ms|Dr)\.? )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]*){0,2}$/u

/** Whether a name may be a person's: by its letters alone. */
export const looksLikePerson = (name: string): boolean =>
  kindByHead(name) === undefined && (CHINESE_PERSON.test(name) || LATIN_PERSON.test(name))
