import './Band.css'
import type { ReactNode } from 'react'

export interface BandFact {
  readonly name: string
  readonly value: ReactNode
}

/** 算出の帯: the people and the day of the numbers above, and what was left out. Last part of every working screen. */
export function Band({ facts, children }: { readonly facts: readonly BandFact[]; readonly children?: ReactNode }) {
  return (
    <div className="band">
      <dl>
        {facts.map((fact) => (
          <div key={fact.name}>
            <dt>{fact.name}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
      {children !== undefined && <div className="band-more">{children}</div>}
    </div>
  )
}
