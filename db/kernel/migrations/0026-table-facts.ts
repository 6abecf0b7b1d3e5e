import type { Migration } from './migration.ts';

/**
 * Local tables that T6 to T8, T11, T12 and the tables by month are counted from (db/facts), filled when an upgrade is finished. Sums by
 * month, day or place where a table asks for all of a nation's ten years; facts where it is narrowed or opens records.
 */
export const tableFacts: Migration = {
  version: 26,
  name: 'table-facts',
  sql: `
CREATE TABLE handling_fact (
  n INTEGER PRIMARY KEY, intake_on TEXT, month TEXT, field TEXT NOT NULL, office TEXT NOT NULL, standing TEXT NOT NULL, days INTEGER, is_due INTEGER NOT NULL, is_in_time INTEGER NOT NULL
) STRICT;
CREATE INDEX handling_fact_intake ON handling_fact (intake_on);
CREATE INDEX handling_fact_field ON handling_fact (field, days, intake_on) WHERE days IS NOT NULL;
CREATE INDEX handling_fact_office ON handling_fact (office, days, intake_on) WHERE days IS NOT NULL;
CREATE INDEX handling_fact_month ON handling_fact (month, days, intake_on) WHERE days IS NOT NULL;
CREATE TABLE handling_field_month (
  month TEXT NOT NULL, field TEXT NOT NULL, standing TEXT NOT NULL, tasks INTEGER NOT NULL, handled INTEGER NOT NULL, days INTEGER NOT NULL, due INTEGER NOT NULL, in_time INTEGER NOT NULL, PRIMARY KEY (month, field, standing)
) STRICT, WITHOUT ROWID;
CREATE TABLE handling_office_month (
  month TEXT NOT NULL, office TEXT NOT NULL, standing TEXT NOT NULL, tasks INTEGER NOT NULL, handled INTEGER NOT NULL, days INTEGER NOT NULL, due INTEGER NOT NULL, in_time INTEGER NOT NULL, PRIMARY KEY (month, office, standing)
) STRICT, WITHOUT ROWID;

CREATE TABLE outcome_fact (
  n INTEGER PRIMARY KEY, day TEXT, is_entered INTEGER NOT NULL, is_commercialised INTEGER NOT NULL, sales INTEGER NOT NULL, exports_usd INTEGER NOT NULL, new_jobs INTEGER NOT NULL,
  patents_applied INTEGER NOT NULL, patents_registered INTEGER NOT NULL, follow_ons INTEGER NOT NULL, follow_on_funds INTEGER NOT NULL
) STRICT;
CREATE INDEX outcome_fact_day ON outcome_fact (day);
CREATE TABLE outcome_day (
  day TEXT PRIMARY KEY, tasks INTEGER NOT NULL, is_entered INTEGER NOT NULL, is_commercialised INTEGER NOT NULL, sales INTEGER NOT NULL, exports_usd INTEGER NOT NULL, new_jobs INTEGER NOT NULL,
  patents_applied INTEGER NOT NULL, patents_registered INTEGER NOT NULL, follow_ons INTEGER NOT NULL, follow_on_funds INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE money_fact (
  n INTEGER PRIMARY KEY, office TEXT NOT NULL, support_type TEXT NOT NULL, program_year INTEGER NOT NULL, is_supported INTEGER NOT NULL, granted INTEGER NOT NULL,
  payments INTEGER NOT NULL, paid INTEGER NOT NULL, spendings INTEGER NOT NULL, spent INTEGER NOT NULL
) STRICT;
CREATE INDEX money_fact_place ON money_fact (program_year, office, support_type);
CREATE TABLE money_place (
  office TEXT NOT NULL, support_type TEXT NOT NULL, program_year INTEGER NOT NULL, tasks INTEGER NOT NULL, granted INTEGER NOT NULL, payments INTEGER NOT NULL, paid INTEGER NOT NULL, spendings INTEGER NOT NULL, spent INTEGER NOT NULL,
  PRIMARY KEY (office, support_type, program_year)
) STRICT, WITHOUT ROWID;

CREATE TABLE finding_fact (
  n INTEGER PRIMARY KEY, day TEXT, finder INTEGER, source INTEGER, source_day TEXT, source_coordinator INTEGER
) STRICT;
CREATE INDEX finding_fact_finder ON finding_fact (finder, day);
CREATE INDEX finding_fact_source ON finding_fact (source);
CREATE INDEX finding_fact_source_coordinator ON finding_fact (source_coordinator, source_day, source) WHERE source IS NOT NULL;

CREATE TABLE attended_fact (
  n INTEGER PRIMARY KEY, person INTEGER NOT NULL, meeting INTEGER NOT NULL, day TEXT, status TEXT, last_day TEXT
) STRICT;
CREATE INDEX attended_fact_person ON attended_fact (person, day, status, last_day, meeting);

CREATE TABLE cluster_meeting_fact (
  n INTEGER PRIMARY KEY, meeting INTEGER NOT NULL, cluster INTEGER, day TEXT, month TEXT, kind TEXT NOT NULL, status TEXT, last_day TEXT, is_joint INTEGER NOT NULL,
  present INTEGER NOT NULL, headcount INTEGER NOT NULL, tasks_found INTEGER NOT NULL, members INTEGER NOT NULL, members_there INTEGER NOT NULL
) STRICT;
CREATE INDEX cluster_meeting_fact_cluster ON cluster_meeting_fact (cluster, day);
CREATE INDEX cluster_meeting_fact_day ON cluster_meeting_fact (day);

CREATE TABLE session_cluster_month (cluster INTEGER NOT NULL, month TEXT NOT NULL, sessions INTEGER NOT NULL, PRIMARY KEY (month, cluster)) STRICT, WITHOUT ROWID;
CREATE TABLE session_person_month (
  coordinator INTEGER NOT NULL, month TEXT NOT NULL, sessions INTEGER NOT NULL, visits INTEGER NOT NULL, minutes INTEGER NOT NULL, PRIMARY KEY (month, coordinator)
) STRICT, WITHOUT ROWID;
CREATE TABLE session_person_day (coordinator INTEGER NOT NULL, day TEXT NOT NULL, minutes INTEGER NOT NULL, PRIMARY KEY (coordinator, day)) STRICT, WITHOUT ROWID;
CREATE INDEX session_fact_coordinator_firm ON session_fact (coordinator, firm, day);
`,
};
