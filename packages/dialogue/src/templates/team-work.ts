import type { Template } from '../template'
import { OFFER } from './hand-off'

/** Requests that are understood and cannot be carried out in chat yet say so, and say what can be done instead. */
export const TEAM_WORK: readonly Template[] = [
  {
    intent: 'create_task',
    title: { zh: '创建任务', en: 'create a task' },
    replies: {
      zh: ['可以。请用一句话告诉我做什么、谁来做、什么时候完成，例如“请王伟周五前更新价格页面”。'],
      en: [
        'Sure. Tell me in one sentence what is to be done, by whom and by when, for example “Wei, please update the pricing page by Friday”.',
      ],
    },
  },
  {
    intent: 'assign_task',
    title: { zh: '分配任务', en: 'assign a task' },
    replies: {
      zh: ['可以。请告诉我是什么任务、交给谁，例如“请把发布清单分配给王伟，周五前完成”。'],
      en: [
        'Sure. Tell me which task and who takes it, for example “Please assign the release checklist to Wei, due Friday”.',
      ],
    },
  },
  {
    intent: 'report_progress',
    title: { zh: '汇报进展', en: 'progress report' },
    replies: {
      zh: ['谢谢，进展收到。任务的状态可以在任务列表里更新。'],
      en: ['Thanks for the update. You can set the status of the task in the task list.'],
    },
  },
  {
    intent: 'complete_task',
    title: { zh: '完成任务', en: 'complete a task' },
    replies: {
      zh: ['辛苦了。请在任务列表里把它标为已完成。'],
      en: ['Well done. Please mark it as done in the task list.'],
    },
  },
  {
    intent: 'cancel_meeting',
    title: { zh: '取消会议', en: 'cancel a meeting' },
    saidBy:
      /会|面谈|面试|约|评审|沟通|培训|讨论|同步|复盘|取消|\b(?:meetings?|calls?|zoom|syncs?|stand-?ups?|reviews?|interviews?|retros?|sessions?|appointments?|1:1s?|one-on-ones?|all-hands|workshops?|demos?|kick-?off|invit(?:e|ation)s?|cancel(?:s|l?ed|l?ation)?|kill|happening|going ahead)\b/i,
    offersPerson: true,
    replies: {
      zh: [`我还不能取消会议。${OFFER.zh}`],
      en: [`I cannot cancel meetings yet. ${OFFER.en}`],
    },
  },
  {
    intent: 'translate',
    title: { zh: '翻译', en: 'translate' },
    replies: {
      zh: ['我还不会翻译。我可以依据知识库回答问题、创建任务，或者记录订购、请假等请求。'],
      en: [
        'I cannot translate yet. I can answer from the knowledge base, make tasks and record requests such as orders or leave.',
      ],
    },
  },
  {
    intent: 'summarise',
    title: { zh: '总结', en: 'summarise' },
    replies: {
      zh: ['我还不会总结对话。如果想查某件事，可以直接问我。'],
      en: ['I cannot summarise conversations yet. If you are looking for something, just ask me about it.'],
    },
  },
  {
    intent: 'share_document',
    title: { zh: '分享文档', en: 'share a document' },
    replies: {
      zh: ['收到。把文档加入知识库后，我就能依据它回答问题。'],
      en: ['Received. Once the document is in the knowledge base, I can answer from it.'],
    },
  },
  {
    intent: 'propose_decision',
    title: { zh: '提议', en: 'proposal' },
    replies: {
      zh: ['提议看到了，由大家来定。定下来以后，我可以帮忙建任务。'],
      en: ['I have seen the proposal. The decision is yours; I can make tasks of it once it is taken.'],
    },
  },
]
