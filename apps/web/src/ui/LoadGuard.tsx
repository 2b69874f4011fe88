import { Component, type ReactNode } from "react";
import { Trouble } from "./Trouble.tsx";

interface LoadGuardProps {
  readonly children: ReactNode;
}

/** Catches a part of the page that failed to load or to draw, so that the rest stands. */
export class LoadGuard extends Component<LoadGuardProps, { readonly hasFailed: boolean }> {
  override readonly state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <Trouble onRetry={() => this.setState({ hasFailed: false })}>
        This part of the page could not be loaded. Try again, or load the page anew.
      </Trouble>
    );
  }
}
