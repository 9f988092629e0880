export type { Language, ParametersOf, TextKey } from './catalogue'
export { en } from './en'
export { translate, translateError, translateStartError } from './translate'
export { zh } from './zh'
