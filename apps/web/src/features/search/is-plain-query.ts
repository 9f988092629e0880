const OPERATOR = /(?:^|\s)-?[\p{L}]+[:：]\S|^"|(?:^|\s)-\S/u
const LEAST_LENGTH = 4

/** Whether a search may be a question in plain words: with operators it asks for messages and nothing else. */
export const isPlainQuery = (query: string): boolean => query.length >= LEAST_LENGTH && !OPERATOR.test(query)
