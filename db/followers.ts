/** Every local table that follows record rows. */
import type { Follower } from './kernel/follow.ts';

export const followers: readonly Follower[] = [];
