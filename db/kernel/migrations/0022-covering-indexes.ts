import type { Migration } from './migration.ts';

/** Indexes that hold all that counts per record ask for, in place of those that named the link alone: each count of a list's row was a look-up per counted record. */
const covering = {
  task_cluster: 'task (cluster, _del)',
  task_lead_org: 'task (lead_org, _del)',
  membership_cluster_joined_on: 'membership (cluster, joined_on, left_on, _del, kind, person, organisation)',
  meeting_cluster_cluster: 'meeting_cluster (cluster, _del, meeting)',
  attendance_meeting: 'attendance (meeting, _del, is_present, is_member)',
  attendance_person: 'attendance (person, _del, is_present)',
  session_organisation_visit_on: 'session (organisation, visit_on, _del, coordinator, start_at)',
} as const;

export const coveringIndexes: Migration = {
  version: 22,
  name: 'covering-indexes',
  sql: [
    ...Object.entries(covering).map(([name, columns]) => `DROP INDEX ${name}; CREATE INDEX ${name} ON ${columns};`),
    'CREATE INDEX meeting_held ON meeting (id, _del, status, start_on, end_on);',
  ].join('\n'),
};
