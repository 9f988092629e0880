/**
 * So sure an answer must be to be said unasked, 0 to 1: `suggestions.quality.test.ts` of the server chose it on written
 * conversations, where of the answers given at least 95 % are right.
 */
export const SUGGESTED_FROM = 0.8
