/** The page's own edge: a bug while drawing stops here, keeps its place on the screen and is reported with an id. */
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { BugNotice } from './Notices.tsx';

export type ErrorBoundaryProps = { children: ReactNode; onBug?: (id: string, error: unknown, where: string) => void };

type State = { id: string | null };

const newId = (): string => crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36).padStart(7, '0') ?? 'page';

export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { id: null };

  static getDerivedStateFromError(): State {
    return { id: `p-${newId()}` };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    this.props.onBug?.(this.state.id ?? 'page', error, info.componentStack ?? '');
  }

  override render(): ReactNode {
    if (this.state.id === null) return this.props.children;
    return <BugNotice id={this.state.id} onRetry={() => this.setState({ id: null })} />;
  }
}
