import { Component, type ErrorInfo, type ReactNode } from 'react'

interface Props {
  readonly children: ReactNode
  /** Shown instead of a screen that failed. */
  readonly instead: (reason: string, again: () => void) => ReactNode
}

/** The third door: a screen that breaks says so in its place, and the rest of the window lives on. React offers this to classes only. */
export class ErrorBoundary extends Component<Props, { readonly reason: string | null }> {
  override state = { reason: null as string | null }

  static getDerivedStateFromError(error: unknown): { readonly reason: string } {
    return { reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack)
  }

  readonly again = (): void => this.setState({ reason: null })

  override render(): ReactNode {
    return this.state.reason === null ? this.props.children : this.props.instead(this.state.reason, this.again)
  }
}
