import type { Language } from '@parley/protocol'
import { type DemoChannel, said } from './demo-channel'

/** The first channel that a newcomer opens: three messages to try, in their own language. */
export function startHereChannel(language: Language): DemoChannel {
  return { ...texts[language], key: 'start-here', kind: 'public', language, members: ['linYue', 'daniel'] }
}

const texts: Readonly<Record<Language, Pick<DemoChannel, 'name' | 'topic' | 'talk'>>> = {
  en: {
    name: 'start-here',
    topic: 'Three things to try',
    talk: [
      said(
        '0 17:02',
        'daniel',
        'Welcome. Here are three things to try; just copy a line and send it in this channel.\n\n**1. Ask the handbook**\n\n> @Parley how much may a hotel in Berlin cost per night?\n\nThe answer names its source. Open it to see the sentence in its document.',
      ),
      said(
        '0 17:03',
        'daniel',
        '**2. Make a task**\n\n> @Parley please assign the release checklist to Wang Wei, due by Friday\n\nThe task appears as a card and under Tasks. You can undo it.',
      ),
      said(
        '0 17:04',
        'daniel',
        '**3. See why**\n\nChoose *Why?* on any message, or press `W`: you see what was understood, how sure that is, and what it was compared with.',
      ),
    ],
  },
  zh: {
    name: '从这里开始',
    topic: '三件事，先试试看',
    talk: [
      said(
        '0 17:02',
        'linYue',
        '欢迎。下面有三件事可以先试一试，把引用的那一行复制下来，发到这个频道就行。\n\n**一、问员工手册**\n\n> @Parley 年假最多可以结转几天？\n\n回答会注明依据，点开就能看到原文里的那句话。',
      ),
      said(
        '0 17:03',
        'linYue',
        '**二、建一个任务**\n\n> @Parley 请把发布清单分配给王伟，周五前完成\n\n任务会以卡片出现，也会列在“任务”里，随时可以撤销。',
      ),
      said(
        '0 17:04',
        'linYue',
        '**三、看看为什么**\n\n在任意一条消息上点“为什么？”，或按 `W`：能看到助手读出了什么、有多大把握、和哪些例句作了比较。',
      ),
    ],
  },
}
