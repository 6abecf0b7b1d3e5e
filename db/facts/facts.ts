/** The fact tables, in the order in which they are kept. */
import type { Follower } from '../kernel/follow.ts';
import type { Reader } from '../kernel/reader.ts';
import { fillSql, followerOf, type Fact } from './fact.ts';
import { attendedFact } from './attended-fact.ts';
import { clusterMeetingFact } from './cluster-meeting-fact.ts';
import { findingFact } from './finding-fact.ts';
import { handlingFact } from './handling-fact.ts';
import { meetingClusterFact, meetingFact } from './meeting-fact.ts';
import { membershipFact } from './membership-fact.ts';
import { moneyFact } from './money-fact.ts';
import { outcomeFact } from './outcome-fact.ts';
import { participantFact } from './participant-fact.ts';
import { sessionFact } from './session-fact.ts';
import { taskFact } from './task-fact.ts';

export const facts: readonly Fact[] = [taskFact, sessionFact, membershipFact, meetingFact, meetingClusterFact, participantFact, handlingFact, outcomeFact, moneyFact, findingFact, attendedFact, clusterMeetingFact];

/** Named after `organisationSame`: a firm is told by the record that stands for it. */
export const factFollowers: readonly Follower[] = facts.map(followerOf);

/** Self-check: how many rows of each table are not what the records say. Sums that have come to nothing are left standing. */
export const wrongFacts = (read: Reader): { table: string; missing: number; surplus: number }[] =>
  facts.flatMap((fact) => fillSql(fact).map(({ table, columns, select }) => {
    const amounts = fact.sums.find((sum) => sum.table === table)?.amounts;
    const kept = `SELECT ${columns.join(', ')} FROM ${table}${amounts ? ` WHERE ${amounts.map((name) => `${name} <> 0`).join(' OR ')}` : ''}`;
    const wanted = amounts ? `SELECT * FROM (${select}) WHERE ${amounts.map((name) => `${name} <> 0`).join(' OR ')}` : select;
    const count = (one: string, other: string): number => read.value<number>(`SELECT count(*) FROM (SELECT * FROM (${one}) EXCEPT SELECT * FROM (${other}))`) ?? 0;
    return { table, missing: count(wanted, kept), surplus: count(kept, wanted) };
  })).filter(({ missing, surplus }) => missing + surplus > 0);
