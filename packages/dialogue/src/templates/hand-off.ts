import type { Bilingual } from '../bilingual'

/** Said before anything is passed on: what would be, and to whom. */
export const OFFER: Bilingual = {
  zh: '需要的话，我可以转给管理员处理，你在这里写给我的最后几句话会一并转过去，要转吗？',
  en: 'I can pass this on to an administrator, with the last things you wrote to me here. Shall I?',
}

/** Promises what happens and no more: a task, with the words, for somebody who is named. */
export const HAND_OFF = {
  done: {
    zh: '已经转给{name}：我给{name}建了一个任务，附上了你在这里写给我的最后几句话。{name}看到后可以私信联系你；什么时候回复，我不能替人保证。',
    en: 'I passed this on to {name}: a task for {name}, with the last things you wrote to me here. {name} can answer you in a direct message; I cannot promise when.',
  },
  nobody: {
    zh: '现在没有其他管理员可以接手，所以什么也没有转出去。可以直接私信认识的同事，或者稍后再试。',
    en: 'No other administrator is there to take over, so nothing was passed on. You can write to a colleague directly, or try again later.',
  },
} satisfies Record<string, Bilingual>
