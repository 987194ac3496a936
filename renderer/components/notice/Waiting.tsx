import './Waiting.css'
import { useEffect, useState } from 'react'
import { useText } from '../../words/text'

/** A loading message, shown after 300 ms. */
export function Waiting({ children }: { readonly children?: string }) {
  const text = useText()
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return (
    <p className="waiting" role="status">
      {slow ? (children ?? text.shell.loading) : ''}
    </p>
  )
}
