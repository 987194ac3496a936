import { useEffect, useRef, useState } from 'react'
import { useView } from '../../view/view'
import { useText } from '../../words/text'
import { Icon } from '../Icon'

/** Finds people by part of a name, kana or staff number, from every screen. Ctrl+K leads here. */
export function SearchBox() {
  const text = useText()
  const { go } = useView()
  const [words, setWords] = useState('')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return (
    <search>
      <form
        className="search"
        onSubmit={(event) => {
          event.preventDefault()
          if (words.trim() !== '') go('people', { text: words.trim() })
        }}
      >
        <Icon name="search" />
        <input
          ref={input}
          type="search"
          maxLength={100}
          aria-label={text.shell.search}
          placeholder={text.shell.searchHint}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <kbd>Ctrl+K</kbd>
      </form>
    </search>
  )
}
