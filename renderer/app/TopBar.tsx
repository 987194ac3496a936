import { DayField } from '../components/form/DayField'
import { SearchBox } from '../components/form/SearchBox'
import { Segment } from '../components/form/Segment'
import { useLocaleChoice, useText } from '../words/text'

/** Language and help: also on the first start. */
export function LanguageAndHelp({ onHelp }: { readonly onHelp: () => void }) {
  const text = useText()
  const { locale, choose } = useLocaleChoice()
  return (
    <>
      <Segment
        label={text.shell.language}
        value={locale}
        onChoose={choose}
        options={[
          { value: 'ja', label: text.shell.japanese, lang: 'ja' },
          { value: 'en', label: text.shell.english, lang: 'en' },
        ]}
      />
      <button type="button" className="button text-like" aria-keyshortcuts="F1" onClick={onHelp}>
        {text.shell.help} <kbd>F1</kbd>
      </button>
    </>
  )
}

/** The bar over every working screen: search, 基準日, language, help. */
export function TopBar({ onHelp }: { readonly onHelp: () => void }) {
  return (
    <header className="top-bar">
      <SearchBox />
      <span className="grow" />
      <DayField />
      <LanguageAndHelp onHelp={onHelp} />
    </header>
  )
}
