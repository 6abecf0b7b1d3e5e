/** Everything that is held at the door, whoever writes. */
import { frozenKeeper } from './frozen/keep.ts';
import type { Keeper } from './kernel/keep.ts';
import { meetingLock } from './meetings/lock.ts';
import { settledSessions } from './sessions/keep.ts';
import { stepKeeper } from './tasks/keep-steps.ts';

export const keepers: readonly Keeper[] = [settledSessions, meetingLock, stepKeeper, frozenKeeper];
