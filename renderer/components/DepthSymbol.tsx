/** How many people hold it, as a shape: ✕ 0 · ▲ 1 · ○ 2 · ◎ 3 and more. Decoration: the number always stands beside it. */
export function DepthSymbol({ holders }: { readonly holders: number }) {
  return (
    <svg className="depth-symbol" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {holders <= 0 && <path d="M2 2l8 8M10 2l-8 8" />}
      {holders === 1 && <path d="M6 1.2L11.4 11H.6z" fill="currentColor" stroke="none" />}
      {holders === 2 && <circle cx="6" cy="6" r="4.6" />}
      {holders >= 3 && (
        <>
          <circle cx="6" cy="6" r="5.1" strokeWidth="1.7" />
          <circle cx="6" cy="6" r="2" strokeWidth="1.6" />
        </>
      )}
    </svg>
  )
}

/** The step of fill for a number of holders: 0 · 1 · 2 · 3–4 · 5+. */
export const depthStep = (holders: number): 0 | 1 | 2 | 3 | 4 => (holders <= 0 ? 0 : holders === 1 ? 1 : holders === 2 ? 2 : holders <= 4 ? 3 : 4)
