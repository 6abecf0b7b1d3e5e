import type { Migration } from './migration.ts';

/**
 * Local tables that reports count from (db/facts): filled when an upgrade is finished, then kept by the write.
 * Numbers of records instead of ids: distinct firms of a million tasks are counted in 40 ms so, in a second by id (measured).
 */
export const facts: Migration = {
  version: 19,
  name: 'facts',
  sql: `
CREATE TABLE task_fact (
  n INTEGER PRIMARY KEY, firm INTEGER, cluster INTEGER, coordinator INTEGER, office TEXT NOT NULL, support_type TEXT NOT NULL, province INTEGER NOT NULL,
  status TEXT, state TEXT, stage TEXT NOT NULL, field TEXT NOT NULL, found_by TEXT NOT NULL, band TEXT NOT NULL, is_supported INTEGER NOT NULL, is_completed INTEGER NOT NULL,
  found_on TEXT, received_on TEXT, decided_on TEXT, completion_on TEXT, found_year INTEGER, found_program_year INTEGER,
  decided_year INTEGER, decided_program_year INTEGER, completion_year INTEGER, completion_program_year INTEGER,
  days_to_decide INTEGER, days_to_complete INTEGER, fund_national INTEGER, fund_local INTEGER, fund_private INTEGER, total_cost INTEGER
) STRICT;
CREATE INDEX task_fact_found ON task_fact (found_on);
CREATE INDEX task_fact_decided ON task_fact (decided_on) WHERE is_supported = 1;
CREATE INDEX task_fact_completion ON task_fact (completion_on) WHERE is_completed = 1;
CREATE INDEX task_fact_year_firm ON task_fact (decided_year, firm, decided_on) WHERE is_supported = 1;
CREATE INDEX task_fact_program_year_firm ON task_fact (decided_program_year, firm, decided_on) WHERE is_supported = 1;
CREATE INDEX task_fact_firm ON task_fact (firm, decided_on) WHERE is_supported = 1;
CREATE INDEX task_fact_cluster ON task_fact (cluster, decided_on);
CREATE INDEX task_fact_coordinator ON task_fact (coordinator, decided_on);
CREATE INDEX task_fact_type ON task_fact (support_type, stage, decided_on, fund_national, fund_local, fund_private, total_cost) WHERE is_supported = 1;
CREATE TABLE task_day (
  event TEXT NOT NULL, day TEXT NOT NULL, band TEXT NOT NULL, tasks INTEGER NOT NULL, without_funds INTEGER NOT NULL, fund_national INTEGER NOT NULL, total_cost INTEGER NOT NULL,
  PRIMARY KEY (event, day, band)
) STRICT, WITHOUT ROWID;
CREATE TABLE firm_fact (
  firm INTEGER PRIMARY KEY, first_on TEXT NOT NULL, last_on TEXT NOT NULL, first_year INTEGER NOT NULL, first_program_year INTEGER NOT NULL, tasks INTEGER NOT NULL
) STRICT;
CREATE INDEX firm_fact_year ON firm_fact (first_year, first_on);
CREATE INDEX firm_fact_program_year ON firm_fact (first_program_year, first_on);

CREATE TABLE session_fact (
  n INTEGER PRIMARY KEY, day TEXT, month TEXT, year INTEGER, program_year INTEGER, minutes INTEGER, preparation INTEGER,
  coordinator INTEGER, firm INTEGER, cluster INTEGER, province INTEGER NOT NULL, status TEXT, result TEXT NOT NULL, mode TEXT NOT NULL
) STRICT;
CREATE INDEX session_fact_day ON session_fact (day);
CREATE INDEX session_fact_coordinator ON session_fact (coordinator, month, day, minutes);
CREATE INDEX session_fact_cluster ON session_fact (cluster, month, day, minutes);
CREATE INDEX session_fact_firm ON session_fact (firm, day);

CREATE INDEX session_cluster ON session (cluster) WHERE cluster IS NOT NULL;
CREATE INDEX organisation_deleted ON organisation (_del) WHERE _del = 1;

CREATE TABLE membership_fact (
  n INTEGER PRIMARY KEY, cluster INTEGER NOT NULL, is_whole INTEGER NOT NULL, is_person INTEGER NOT NULL, member INTEGER, kind TEXT NOT NULL,
  from_on TEXT NOT NULL, to_on TEXT NOT NULL, has_rival INTEGER NOT NULL
) STRICT;
CREATE INDEX membership_fact_cluster ON membership_fact (cluster, member, from_on, to_on);
CREATE INDEX membership_fact_member ON membership_fact (is_person, member, from_on, to_on) WHERE is_whole = 1;
CREATE INDEX membership_fact_from ON membership_fact (from_on) WHERE is_whole = 1 AND has_rival = 0;
CREATE INDEX membership_fact_to ON membership_fact (to_on) WHERE is_whole = 1 AND has_rival = 0;
CREATE INDEX membership_fact_rival ON membership_fact (cluster) WHERE is_whole = 1 AND has_rival = 1;
CREATE TABLE member_month (
  cluster INTEGER NOT NULL, kind TEXT NOT NULL, month TEXT NOT NULL, members INTEGER NOT NULL, PRIMARY KEY (cluster, kind, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE meeting_fact (
  n INTEGER PRIMARY KEY, day TEXT, month TEXT, year INTEGER, program_year INTEGER, kind TEXT NOT NULL, status TEXT, last_day TEXT,
  present INTEGER NOT NULL, members_present INTEGER NOT NULL, headcount_only INTEGER NOT NULL, tasks_found INTEGER NOT NULL, clusters INTEGER NOT NULL
) STRICT;
CREATE INDEX meeting_fact_day ON meeting_fact (day, kind);
CREATE TABLE meeting_cluster_fact (
  n INTEGER PRIMARY KEY, meeting INTEGER NOT NULL, cluster INTEGER, is_host INTEGER NOT NULL, day TEXT, month TEXT, year INTEGER, program_year INTEGER,
  kind TEXT NOT NULL, status TEXT, last_day TEXT
) STRICT;
CREATE INDEX meeting_cluster_fact_cluster ON meeting_cluster_fact (cluster, day, kind);
CREATE INDEX meeting_cluster_fact_meeting ON meeting_cluster_fact (meeting);
`,
};
