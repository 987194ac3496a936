import './Licences.css'
import { useState } from 'react'
import { useText } from '../words/text'

interface Listed {
  readonly packages: readonly { readonly name: string; readonly version: string; readonly licence: string; readonly text: number }[]
  readonly texts: readonly string[]
}

/** The libraries and fonts the program is made with, each with its licence to unfold. Loaded when it is asked for: no start of the window pays for it. */
export function Licences() {
  const { shell } = useText()
  const [listed, setListed] = useState<Listed | null>(null)
  const load = async () => setListed((await import('../../resources/licences/licences.json')).default)
  return (
    <details
      className="licences"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open && listed === null) void load()
      }}
    >
      <summary>{shell.licences}</summary>
      {listed === null ? null : (
        <>
          <p className="muted">{shell.licencesNumber(listed.packages.length)}</p>
          <ul>
            {listed.packages.map(({ name, version, licence, text }) => (
              <li key={`${name} ${version}`}>
                <details>
                  <summary>
                    <span className="literal">{name}</span> {version} — {licence}
                  </summary>
                  <pre>{listed.texts[text]}</pre>
                </details>
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  )
}
