import type { RelationRule } from './relation-rule'

/* What people write in Chinese when they mean a relation; see the English rules. */

const NAME = '[^，。；：！？、,;:!?\\s](?:[^，。；：！？,;:!?]{0,24}?)'
const END = '(?=$|[，。；：！？,;:!?、（(]|了|的(?!确)|吧|啊|呢|，)'
const full = (source: string) => new RegExp(source, 'gu')

export const CHINESE_RELATIONS: readonly RelationRule[] = [
  // 说话人自己
  {
    name: 'i-responsible',
    type: 'responsible_for',
    strength: 'clear',
    speaker: 'left',
    pattern: /我(?:这边|目前|现在|一直|主要|来)?(?:在)?(?:负责|维护|管着|管理|牵头)/gu,
  },
  {
    name: 'mine',
    type: 'responsible_for',
    strength: 'clear',
    speaker: 'left',
    isReversed: true,
    pattern: full(
      `(?<left>${NAME})(?:目前|现在|一直)?(?:由我|归我|是我)(?:来|在)?(?:负责|维护|管|牵头|跟进)(?<right>)`,
    ),
  },
  {
    name: 'i-work-on',
    type: 'works_on',
    strength: 'clear',
    speaker: 'left',
    pattern: /我(?:目前|现在|最近|这周)?(?:正在|在|参与)(?:做|搞|开发|参与|忙)?(?=\S)/gu,
  },
  {
    name: 'i-report-to',
    type: 'reports_to',
    strength: 'clear',
    speaker: 'left',
    pattern: full(`我(?:现在|目前)?(?:直接)?向(?<right>${NAME})汇报(?<left>)`),
  },
  {
    name: 'my-manager',
    type: 'reports_to',
    strength: 'clear',
    speaker: 'left',
    pattern: /我(?:的)?(?:直属)?(?:上级|领导|经理|主管|老板)(?:是|就是)/gu,
  },
  {
    name: 'i-know',
    type: 'knows',
    strength: 'usual',
    speaker: 'left',
    pattern: /我(?:比较|很|最)?(?:熟悉|懂|了解|精通)/gu,
  },
  // 在哪里
  {
    name: 'is-in',
    type: 'located_in',
    strength: 'loose',
    pattern:
      /(?:部署|运行|存|托管)?在(?=[^，。；,;]{1,12}(?:办公室|大楼|[层楼]|会议室|园区|仓库|工厂|机房|实验室|总部|数据中心|号楼|大厦|市|区)(?:$|[，。；,;！!里内]))/gu,
  },
  // 负责
  {
    name: 'responsible-by',
    type: 'responsible_for',
    strength: 'clear',
    isReversed: true,
    pattern: full(
      `(?<left>${NAME})(?:目前|现在|一直|主要|全部|都|暂时|后续)?[由归](?<right>[^，。；：！？,;:!?我]{2,12}?)(?:来|统一|全权)?(?:负责|维护|管理|牵头|跟进|管)`,
    ),
  },
  {
    name: 'owner-is',
    type: 'responsible_for',
    strength: 'clear',
    isReversed: true,
    pattern:
      /的?(?:总)?(?:负责人|责任人|对接人|联系人|维护人|牵头人|接口人|负责的同事)(?:现在|目前|就|还|仍)?(?:是|为|：|:)/gu,
  },
  {
    name: 'is-owner',
    type: 'responsible_for',
    strength: 'clear',
    pattern: full(`(?<left>${NAME})是(?<right>${NAME})的?(?:总)?(?:负责人|责任人|对接人|联系人|维护人|牵头人|接口人)`),
  },
  {
    name: 'responsible',
    type: 'responsible_for',
    strength: 'clear',
    pattern: /(?:负责|主管|牵头|接手|分管)(?!人)(?:了)?/gu,
  },
  {
    name: 'maintains',
    type: 'responsible_for',
    strength: 'usual',
    pattern: /(?<!的)(?:维护|掌管|看管)(?!人|费|窗口|成本|期|手册|计划)(?:着)?/gu,
  },
  // 拥有
  {
    name: 'owned-by',
    type: 'owns',
    strength: 'clear',
    isReversed: true,
    pattern: full(`(?<left>${NAME})归(?<right>[^，。；：！？,;:!?]{2,12}?)所有`),
  },
  { name: 'owns', type: 'owns', strength: 'usual', pattern: /(?:拥有|持有)/gu },
  {
    name: 'owner-en',
    type: 'owns',
    strength: 'clear',
    isReversed: true,
    pattern: /的?\s?(?:owner|所有者|所有人)\s?(?:现在|目前)?(?:是|为|：|:)\s?/giu,
  },
  // 依赖
  {
    name: 'depends-on',
    type: 'depends_on',
    strength: 'clear',
    pattern: /(?:依赖(?!性|关系|度|项)(?:于|着|的是)?|依靠|有赖于|离不开|取决于)/gu,
  },
  { name: 'waits-for', type: 'depends_on', strength: 'usual', pattern: /(?:还)?(?:在等|要等|等着|等待)(?!会)/gu },
  {
    name: 'base-of',
    type: 'depends_on',
    strength: 'usual',
    isReversed: true,
    pattern: full(`(?<left>${NAME})是(?<right>${NAME})的(?:依赖|前提|基础|前置条件)`),
  },
  // 阻塞
  {
    name: 'blocked-by',
    type: 'blocks',
    strength: 'clear',
    isReversed: true,
    pattern: full(`(?<left>${NAME})(?:目前|现在|还|一直)?被(?<right>${NAME})(?:卡住|阻塞|卡着|拖住|耽误)`),
  },
  {
    name: 'stuck-at',
    type: 'blocks',
    strength: 'clear',
    isReversed: true,
    pattern: /(?:目前|现在|还|一直)?卡在(?:了)?/gu,
  },
  { name: 'blocks', type: 'blocks', strength: 'clear', pattern: /(?:阻塞|阻碍|卡住|拖慢|拖住)(?:了|着)?/gu },
  // 位于
  {
    name: 'located-in',
    type: 'located_in',
    strength: 'clear',
    pattern: /(?:位于|坐落于|坐落在|设在|设立在|落户|建在|放在|存放在|存放于|搬到了?|搬去了?)/gu,
  },
  // 属于
  { name: 'part-of', type: 'part_of', strength: 'clear', pattern: /(?:属于|隶属于?|归属于?)/gu },
  {
    name: 'part-of-is',
    type: 'part_of',
    strength: 'clear',
    pattern: full(
      `(?<left>${NAME})是(?<right>${NAME})的(?:一部分|组成部分|子项目|子系统|子模块|模块|下属部门|分公司|子公司|一个模块|一员|成员)`,
    ),
  },
  {
    name: 'consists-of',
    type: 'part_of',
    strength: 'usual',
    isReversed: true,
    pattern: /(?:包括|包含|由(?=[^，。；]{2,30}(?:组成|构成))|下设|下辖|分为)(?:了)?/gu,
  },
  // 截止
  {
    name: 'deadline',
    type: 'due',
    strength: 'clear',
    right: 'date',
    pattern:
      /的?(?:截止日期|截止时间|交付日期|上线日期|上线时间|交付时间|到期日|发布日期|deadline)(?:是|为|定在|改到|改为|：|:|在)?/giu,
  },
  {
    name: 'due',
    type: 'due',
    strength: 'clear',
    right: 'date',
    pattern: full(
      `(?<left>${NAME})(?:要|必须|需要|得|将|计划|定于|会)?(?:在|于)?(?<right>(?:\\d{4}年)?\\d{1,2}月\\d{1,2}[日号]|(?:本|这|下)?(?:周|星期)[一二三四五六日天])(?:之?前|当天)?(?:必须|要|正式|就要)?(?:完成|上线|交付|截止|到期|发布|交|结束|发货)`,
    ),
  },
  // 汇报
  {
    name: 'reports-to',
    type: 'reports_to',
    strength: 'clear',
    pattern: full(
      `(?<left>${NAME})(?:现在|目前|直接|都|改)?(?:直接)?向(?<right>[^，。；：！？,;:!?]{2,12}?)(?:直接)?汇报(?!工作进展|进度|了)`,
    ),
  },
  {
    name: 'manager-is',
    type: 'reports_to',
    strength: 'clear',
    pattern: /的?(?:直属)?(?:上级|直属领导|直接领导|顶头上司|主管领导|汇报对象)(?:是|为|：)/gu,
  },
  {
    name: 'is-manager',
    type: 'reports_to',
    strength: 'usual',
    isReversed: true,
    pattern: full(`(?<left>${NAME})是(?<right>${NAME})的(?:直属)?(?:上级|领导|经理|主管|老板|上司)${END}`),
  },
  // 供应
  {
    name: 'supplier-is',
    type: 'supplier_of',
    strength: 'clear',
    isReversed: true,
    pattern:
      /的?(?:唯一|主要|新|首选)?(?:供应商|供货商|厂商|供货方)(?:目前|现在|还)?(?:是|为|：|:|换成了?|改为了?|改成了?|改用|定为|定了)/gu,
  },
  {
    name: 'is-supplier',
    type: 'supplier_of',
    strength: 'clear',
    pattern: full(
      `(?<left>${NAME})(?:目前|现在)?是(?:我们|咱们)?的?(?<right>${NAME})的?(?:唯一|主要|新|首选)?(?:供应商|供货商|厂商|供货方)`,
    ),
  },
  {
    name: 'supplied-by',
    type: 'supplier_of',
    strength: 'clear',
    isReversed: true,
    pattern: full(
      `(?<left>${NAME})(?:目前|现在|都|一直|全部)?(?:由|是)(?<right>[^，。；：！？,;:!?]{2,14}?)(?:独家)?(?:供货|供应|提供|生产)的?`,
    ),
  },
  {
    name: 'buy-from',
    type: 'supplier_of',
    strength: 'clear',
    isReversed: true,
    pattern: full(
      `(?:从|向)(?<right>[^，。；：！？,;:!?]{2,14}?)(?:那里|那边|处)?(?:采购|买|订购|进货|订|进)(?:的是)?(?<left>${NAME})${END}`,
    ),
  },
  {
    name: 'supplies',
    type: 'supplier_of',
    strength: 'usual',
    pattern: /(?:给我们|为我们|向我们)?(?:供应(?!商|链|量|紧)|供货给|提供(?!商))(?:给我们)?(?:的是)?/gu,
  },
  // 使用
  { name: 'runs-on', type: 'uses', strength: 'clear', pattern: /(?:跑在|部署在|运行在|搭建在|基于|托管在)/gu },
  {
    name: 'uses',
    type: 'uses',
    strength: 'usual',
    pattern: /(?:使用(?!者|率|量|说明|手册|人|情况|期)|采用|用的是|用的都是)(?:了|的是)?/gu,
  },
  // 熟悉
  {
    name: 'knows',
    type: 'knows',
    strength: 'clear',
    pattern: /(?:最|比较|很|非常|更)?(?:懂|熟悉|精通|擅长|了解)(?=\S{2})/gu,
  },
  {
    name: 'expert',
    type: 'knows',
    strength: 'clear',
    pattern: full(`(?<left>${NAME})(?:是|就是)(?:我们的?)?(?<right>${NAME})(?:方面|领域)?的?(?:专家|行家|高手)`),
  },
  {
    name: 'familiar',
    type: 'knows',
    strength: 'clear',
    pattern: full(`(?<left>${NAME})对(?<right>${NAME})(?:最|很|比较|非常|特别|更)(?:熟悉|熟|了解|有经验|有研究)`),
  },
  {
    name: 'ask-about',
    type: 'knows',
    strength: 'usual',
    isReversed: true,
    pattern: full(
      `(?<left>${NAME})(?:的问题|的事|方面)?(?:可以|请|都|就)?(?:找|问|请教)(?<right>[^，。；：！？,;:!?]{2,8}?)(?:就行|吧|就好|即可|就可以)${END}`,
    ),
  },
  // 参与
  {
    name: 'works-on',
    type: 'works_on',
    strength: 'clear',
    pattern: /(?:正在(?:做|开发|搞|忙)|在(?:做|开发|搞|忙)|参与(?:了|到)?|加入(?:了|到)?|投入到|被分到)/gu,
  },
  // 决定
  {
    name: 'we-decided',
    type: 'decided',
    strength: 'clear',
    speaker: 'left',
    right: 'rest',
    pattern:
      /(?:我们|咱们|会上|大家|经讨论|最终|最后)[^，。；,;]{0,6}?(?:决定|商定|一致同意|敲定)(?:了)?(?:[:：，,])?/gu,
  },
  {
    name: 'decided',
    type: 'decided',
    strength: 'usual',
    right: 'rest',
    pattern: /(?:决定|拍板)(?!了吗|权|书|性)(?:了)?(?:[:：，,])?/gu,
  },
  // 状态
  {
    name: 'status',
    type: 'has_status',
    strength: 'clear',
    right: 'status',
    pattern:
      /(?:目前|现在|又|已经|已|还在|仍在|被|要)*(?=(?:延期|推迟|延误|暂停|搁置|取消|完成|上线|正常推进|有风险|挂|宕机|故障)了?(?:$|[，。；！,;!]|到|至|\d))/gu,
  },
]
