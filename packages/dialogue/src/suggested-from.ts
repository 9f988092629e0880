/**
 * So sure an answer must be to be said unasked, 0 to 1: `suggestions.quality.test.ts` of the server measures on written
 * conversations what comes of it; of the answers given at least 95 % must be right.
 */
export const SUGGESTED_FROM = 0.8
