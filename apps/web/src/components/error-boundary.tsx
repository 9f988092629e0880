import { TriangleAlert } from 'lucide-react'
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { useText } from '../app/use-text'
import { Button } from './button'
import { EmptyState } from './empty-state'

interface ErrorBoundaryProps {
  readonly children: ReactNode
  /** What is shown: with something else in its place, the fault is over. */
  readonly place?: unknown
}

interface State {
  readonly error: unknown
}

/** Keeps a fault in one part of the page from taking the rest with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack)
  }

  override componentDidUpdate({ place }: ErrorBoundaryProps): void {
    if (this.state.error !== null && place !== this.props.place) this.setState({ error: null })
  }

  override render(): ReactNode {
    return this.state.error === null ? this.props.children : <Crashed />
  }
}

function Crashed() {
  const text = useText()
  return (
    <EmptyState icon={TriangleAlert} title={text('web.app.crashed')} hint={text('web.app.crashedHint')}>
      <Button onClick={() => window.location.reload()}>{text('web.app.reload')}</Button>
    </EmptyState>
  )
}
