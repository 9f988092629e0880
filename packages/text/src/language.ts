/** The languages Parley speaks. Text in any other is handled as the nearer of the two. */
export type Language = 'zh' | 'en'
