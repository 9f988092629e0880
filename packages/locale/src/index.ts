export type { Catalogue, Language, ParametersOf, TextKey, TextParameters } from './catalogue'
export { en } from './en'
export { translate, translateError, translateStartError } from './translate'
export { zh } from './zh'
