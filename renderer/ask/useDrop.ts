import { useEffect, useState } from 'react'
import { useApi } from './api'

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true

/** Takes files dropped anywhere in the window. @returns whether something is being dragged over it now. */
export function useDrop(onPaths: (paths: readonly string[]) => void): boolean {
  const api = useApi()
  const [over, setOver] = useState(false)
  useEffect(() => {
    const hover = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      // Leaving the window has no element that is entered instead.
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = async (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(false)
      const paths = await api.pathsOf([...(event.dataTransfer?.files ?? [])])
      if (paths.length > 0) onPaths(paths)
    }
    const dropped = (event: DragEvent) => void drop(event)
    document.addEventListener('dragover', hover)
    document.addEventListener('dragleave', leave)
    document.addEventListener('drop', dropped)
    return () => {
      document.removeEventListener('dragover', hover)
      document.removeEventListener('dragleave', leave)
      document.removeEventListener('drop', dropped)
    }
  }, [api, onPaths])
  return over
}
