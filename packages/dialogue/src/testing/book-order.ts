import type { SlotValue } from '@parley/nlu'

export const title = (words: string): SlotValue => ({ type: 'title', title: words })
export const copies = (quantity: number): SlotValue => ({ type: 'quantity', quantity, unit: '本' })
export const day = (date: string): SlotValue => ({ type: 'date', date })

/** 我需要订购一本《人工智能基础》的书, as it is understood. */
export const orderZh = {
  intent: 'order_book',
  values: { 一本: copies(1), '《人工智能基础》': title('人工智能基础') },
} as const
