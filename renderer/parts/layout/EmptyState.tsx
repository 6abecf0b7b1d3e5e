/** An empty place that says what to do first. */
import { Button } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export type EmptyStateProps = {
  icon: LucideIcon;
  title: string;
  /** One or two sentences: what belongs here and how it gets here. */
  children?: ReactNode;
  action?: { label: string; onClick: () => void };
  second?: { label: string; onClick: () => void };
};

export const EmptyState = ({ icon: Icon, title, children, action, second }: EmptyStateProps) => (
  <div className="cd-empty">
    <Icon size={36} strokeWidth={1.5} aria-hidden />
    <p className="cd-empty-title">{title}</p>
    {children ? <div className="cd-soft">{children}</div> : null}
    {action || second ? (
      <div className="cd-row-wrap">
        {action ? <Button onClick={action.onClick}>{action.label}</Button> : null}
        {second ? <Button variant="default" onClick={second.onClick}>{second.label}</Button> : null}
      </div>
    ) : null}
  </div>
);
