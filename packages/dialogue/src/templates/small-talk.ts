import type { Template } from '../template'
import { OFFER } from './hand-off'

export const SMALL_TALK: readonly Template[] = [
  {
    intent: 'greet',
    title: { zh: '问候', en: 'greeting' },
    replies: {
      zh: ['{name}，你好，有什么可以帮你？', '你好，需要我做什么？'],
      en: ['Hello {name}, what can I do for you?', 'Hello, how can I help?'],
    },
  },
  {
    intent: 'thank',
    title: { zh: '道谢', en: 'thanks' },
    replies: { zh: ['不客气。', '不客气，随时找我。'], en: ["You're welcome.", "You're welcome, any time."] },
  },
  {
    intent: 'goodbye',
    title: { zh: '道别', en: 'goodbye' },
    replies: { zh: ['再见，有事随时找我。', '再见。'], en: ['Goodbye. I am here when you need me.', 'See you.'] },
  },
  {
    intent: 'ask_capabilities',
    title: { zh: '询问功能', en: 'what I can do' },
    fitsQuestions: true,
    replies: {
      zh: [
        '我可以：\n- 依据知识库回答问题，并给出依据\n- 把一句话变成任务，例如“请把发布清单分配给王伟，周五前完成”\n- 记录订书、订物品、订会议室、请假、报销、报修等请求\n- 需要时转给管理员',
      ],
      en: [
        'I can:\n- answer questions from the knowledge base, with sources\n- turn a sentence into a task, for example “Please assign the release checklist to Wei, due Friday”\n- record orders, room bookings, leave, expenses and IT trouble\n- pass your question on to an administrator',
      ],
    },
  },
  {
    intent: 'praise',
    title: { zh: '称赞', en: 'praise' },
    replies: {
      zh: ['说得好，做得漂亮就该夸。', '收到，这份肯定很珍贵。'],
      en: ['Good to hear, well deserved.', 'Nice words, and well earned.'],
    },
  },
  {
    intent: 'complain',
    title: { zh: '抱怨', en: 'complaint' },
    offersPerson: true,
    replies: {
      zh: [`抱歉给你带来了不便。${OFFER.zh}`],
      en: [`I am sorry about that. ${OFFER.en}`],
    },
  },
  {
    intent: 'apologise',
    title: { zh: '致歉', en: 'apology' },
    replies: { zh: ['没关系。', '没事，不用放在心上。'], en: ['No problem.', 'That is all right.'] },
  },
  {
    intent: 'confirm',
    title: { zh: '确认', en: 'confirmation' },
    replies: {
      zh: ['好的。现在没有等你确认的事项。'],
      en: ['All right. Nothing is waiting for your confirmation just now.'],
    },
  },
  {
    intent: 'deny',
    title: { zh: '否定', en: 'denial' },
    replies: {
      zh: ['明白了。请告诉我你需要什么。'],
      en: ['I see. Please tell me what you need.'],
    },
  },
  {
    intent: 'cancel',
    title: { zh: '取消', en: 'cancellation' },
    saidBy:
      /取消|撤|算了|停|终止|中止|退|不要|不用|不必|不.{0,6}了|放弃|作罢|别|重来|重新|作废|清空|还原|恢复|当我没说|\b(?:cancel|undo|stop|abort|never ?mind|forget|drop|scrap|scratch|quit|exit|reverse|revert|roll back|withdraw|no longer|don['’]?t|do not|not|start over|discard|leave it|enough|back out|call it off|kill)\b/i,
    replies: {
      zh: ['现在没有进行中的事项可以取消。'],
      en: ['There is nothing in progress to cancel.'],
    },
  },
]
