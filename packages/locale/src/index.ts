export type { Language, ParametersOf, TextKey } from './catalogue'
export { en } from './en'
export {
  type LoadedTexts,
  loadAreaTexts,
  loadPageTexts,
  type PageTextKey,
  type PageTexts,
  type TextArea,
} from './page-texts'
export { say, sayError } from './say'
export { sayImportProblem } from './say-import-problem'
export { translate, translateError, translateStartError } from './translate'
export { zh } from './zh'
