/** Every local table that follows record rows. */
import { organisationSame } from './identity/canonical.ts';
import type { Follower } from './kernel/follow.ts';

export const followers: readonly Follower[] = [organisationSame];
