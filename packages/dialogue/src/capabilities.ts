import type { Bilingual } from './bilingual'

/** What the assistant can do, in a line: said where it did not understand. */
export const CAPABILITIES: Bilingual = {
  zh: '我可以依据知识库回答问题，把“请王伟周五前更新价格页面”这样的一句话变成任务，或者记录订购、请假等请求。',
  en: 'I can answer questions from the knowledge base, turn a sentence such as “Wei, please update the pricing page by Friday” into a task, or record requests such as orders and leave.',
}
