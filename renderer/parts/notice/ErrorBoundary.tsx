/** The page's own edge: a bug while drawing stops here, keeps its place on the screen and is reported; the id it gets is shown. */
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { BugNotice } from './Notices.tsx';

/** `onBug` reports the bug and resolves to the id it is logged under, null when it could not be reported. */
export type ErrorBoundaryProps = { children: ReactNode; onBug?: (error: unknown, where: string) => Promise<string | null> };

type State = { isBroken: boolean; id: string | null };

export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { isBroken: false, id: null };

  static getDerivedStateFromError(): Partial<State> {
    return { isBroken: true };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    this.setState({ id: null });
    void this.props.onBug?.(error, info.componentStack ?? '').then((id) => this.setState({ id }));
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    return <BugNotice id={this.state.id} onRetry={() => this.setState({ isBroken: false, id: null })} />;
  }
}
