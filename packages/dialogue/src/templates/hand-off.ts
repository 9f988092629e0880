import type { Bilingual } from '../bilingual'

export const HAND_OFF: Bilingual = {
  zh: '好的，我把这段对话转给同事，会有人在这里回复您。',
  en: 'All right, I am handing this conversation over to a colleague, who will answer you here.',
}
