import { createContext, useContext, useEffect, useRef } from 'react'
import type { ScreenName } from './view'

/** What had the focus when a view was left, so that the way back finds it again. */
interface Left {
  /** Finds it in the page as it is now. */
  readonly selector: string
  /** Its row, where it stood in a long list. */
  readonly row: number | null
}

/** The row of a long list to begin at, when a view is come back to; null everywhere else. */
export const ReturnContext = createContext<() => number | null>(() => null)
export const useReturnRow = (): number | null => useContext(ReturnContext)()

const quoted = (text: string): string => `"${CSS.escape(text)}"`

/** How to find an element again after the screen was drawn anew: links by where they lead, cells of a grid by their place. */
function leftBehind(element: Element | undefined): Left | null {
  const row = element?.closest<HTMLElement>('li[data-index]')?.dataset.index
  const cell = element?.closest<HTMLElement>('[data-r]')
  const href = element?.getAttribute('href')
  if (cell) return { selector: `#main [data-r=${quoted(cell.dataset.r ?? '')}][data-c=${quoted(cell.dataset.c ?? '')}]`, row: null }
  if (href && element?.closest('#main')) return { selector: `#main a[href=${quoted(href)}]`, row: row === undefined ? null : Number(row) }
  return null
}

const hashOf = (url: string): string => new URL(url).hash
const heading = (): HTMLElement | null => document.querySelector<HTMLElement>('#main h1') ?? document.getElementById('main')
const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body

/** Where the focus goes when what had it is gone: what it stood in, where that can be reached by the keyboard; else the screen's heading. */
function nextTo(path: readonly Element[]): HTMLElement | null {
  const stays = path.find((element) => element.isConnected)
  if (stays instanceof HTMLElement && stays.id !== 'main' && stays.hasAttribute('tabindex')) return stays
  return stays?.closest('.panel-place')?.querySelector<HTMLElement>('.side-content') ?? heading()
}

function pathOf(element: Element): readonly Element[] {
  const path: Element[] = []
  for (let at: Element | null = element; at !== null; at = at.parentElement) path.push(at)
  return path
}

/** How long a view that was come back to may take to show what was left there, in milliseconds. */
const patience = 3000

/**
 * Keeps the focus in the window: a new screen begins at its heading, the way back leads to the link one left by, and where the focused thing
 * goes away the focus stays near.
 *
 * @returns the row of a long list to begin at, for `ReturnContext`.
 */
export function useKeptFocus(screen: ScreenName): () => number | null {
  const returning = useRef<Left | null>(null)
  const shown = useRef(screen)

  useEffect(() => {
    let path: readonly Element[] = []
    const left = new Map<string, Left>()
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof Element) path = pathOf(target)
    }
    const forget = () => {
      // Somebody pressed on nothing: there is nothing to keep. What was taken away is gone by now.
      setTimeout(() => {
        if (isLost() && path[0]?.isConnected === true) path = []
      })
    }
    const keep = new MutationObserver(() => {
      if (path[0] === undefined || path[0].isConnected || !isLost()) return
      requestAnimationFrame(() => {
        if (isLost()) nextTo(path)?.focus()
      })
    })
    const depart = (event: NavigateEvent) => {
      const behind = leftBehind(path[0])
      if (behind !== null) left.set(window.location.hash, behind)
      returning.current = event.navigationType === 'traverse' ? (left.get(hashOf(event.destination.url)) ?? null) : null
    }
    document.addEventListener('focusin', remember)
    document.addEventListener('focusout', forget)
    window.navigation.addEventListener('navigate', depart)
    keep.observe(document.body, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', remember)
      document.removeEventListener('focusout', forget)
      window.navigation.removeEventListener('navigate', depart)
      keep.disconnect()
    }
  }, [])

  useEffect(() => {
    if (shown.current === screen) return
    shown.current = screen
    heading()?.focus()
    const behind = returning.current
    if (behind === null) return
    const find = () => {
      const found = document.querySelector<HTMLElement>(behind.selector)
      // Do not steal focus: the person has moved on.
      if (!isLost() && document.activeElement !== heading()) return stop()
      if (found === null) return
      found.focus()
      stop()
    }
    const appear = new MutationObserver(find)
    const stop = () => {
      appear.disconnect()
      clearTimeout(late)
    }
    const late = setTimeout(stop, patience)
    appear.observe(document.body, { childList: true, subtree: true })
    find()
    return stop
  }, [screen])

  return () => returning.current?.row ?? null
}
