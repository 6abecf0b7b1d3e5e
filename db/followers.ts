/** Every local table that follows record rows. */
import { organisationSame } from './identity/canonical.ts';
import type { Follower } from './kernel/follow.ts';
import { searchBodiesBefore, searchFollowers } from './search/upkeep.ts';

export const followers: readonly Follower[] = [searchBodiesBefore, organisationSame, ...searchFollowers];
