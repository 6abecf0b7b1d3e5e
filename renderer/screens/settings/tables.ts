/** Every table a record can live in: the list of actions follows all of them. */
export const allTables: readonly string[] = [
  'organisation', 'site', 'person', 'mini_cluster', 'membership', 'officer', 'task', 'participant', 'task_step', 'session', 'session_attendee', 'session_task',
  'meeting', 'meeting_cluster', 'attendance', 'agenda_item', 'action_item', 'account', 'import_batch',
];
