/** Every local table that follows record rows, in the order in which they are told. */
import { factFollowers } from './facts/facts.ts';
import { organisationSame } from './identity/canonical.ts';
import type { Follower } from './kernel/follow.ts';
import { searchBodiesBefore, searchFollowers } from './search/upkeep.ts';

export const followers: readonly Follower[] = [searchBodiesBefore, organisationSame, ...factFollowers, ...searchFollowers];
