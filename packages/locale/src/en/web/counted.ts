export interface Counted {
  readonly count: number
}

/** `3 tasks`, `1 task`. */
export const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`
