import { useChooseLanguage } from '../app/use-choose-language'
import { useLanguage } from '../app/use-services'
import { useText } from '../app/use-text'
import { Segmented } from './segmented'

export function LanguageSwitch() {
  const text = useText()
  return (
    <Segmented
      label={text('web.language.label')}
      value={useLanguage()}
      onValue={useChooseLanguage()}
      options={[
        { value: 'zh', label: text('web.language.zh'), lang: 'zh-CN' },
        { value: 'en', label: text('web.language.en'), lang: 'en' },
      ]}
    />
  )
}
