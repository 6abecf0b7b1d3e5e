/** A state in a word and a shape: colour only repeats what both already say. */
import { Ban, Check, CircleAlert, CircleDashed, CircleDot, Pause, type LucideIcon } from 'lucide-react';

export const badgeTones = ['waiting', 'active', 'paused', 'done', 'late', 'stopped'] as const;
export type BadgeTone = (typeof badgeTones)[number];

const icons: Record<BadgeTone, LucideIcon> = {
  waiting: CircleDashed, active: CircleDot, paused: Pause, done: Check, late: CircleAlert, stopped: Ban,
};

export type StatusBadgeProps = { tone: BadgeTone; children: string };

export const StatusBadge = ({ tone, children }: StatusBadgeProps) => {
  const Icon = icons[tone];
  return <span className="cd-badge" data-tone={tone}><Icon size={13} aria-hidden />{children}</span>;
};
