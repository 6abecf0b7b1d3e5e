/** Writes assets/sample/*.json, the 예시 data of `--demo`. Run again after a change here: the same code gives the same files. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { actionRows } from './sample/actions.mjs';
import { organisationRows, personRows, siteRows } from './sample/bodies.mjs';
import { clusterRows, membershipRows, officerRows } from './sample/clusters.mjs';
import { asOf } from './sample/dice.mjs';
import { agendaRows, attendanceRows, meetingClusterRows, meetingRows } from './sample/meetings.mjs';
import { sessionAttendeeRows, sessionRows, sessionTaskRows } from './sample/sessions.mjs';
import { participantRows, stepRows, taskRows } from './sample/tasks.mjs';

const folder = new URL('../assets/sample/', import.meta.url);
const source = ['예시 자료: scripts/make-sample.mjs가 만든 가상의 기록. 실제 기업·기관·인물·사업 실적과 관계가 없음'];
const files = {
  organisation: organisationRows(), site: siteRows(), person: personRows(), mini_cluster: clusterRows(), membership: membershipRows(), officer: officerRows(),
  task: taskRows(), participant: participantRows(), task_step: stepRows(), session: sessionRows(), session_attendee: sessionAttendeeRows(), session_task: sessionTaskRows(),
  meeting: meetingRows(), meeting_cluster: meetingClusterRows(), attendance: attendanceRows(), agenda_item: agendaRows(), action_item: actionRows(),
};

mkdirSync(folder, { recursive: true });
for (const [table, rows] of Object.entries(files)) {
  writeFileSync(new URL(`${table}.json`, folder), `{\n  "source": ${JSON.stringify(source)},\n  "asOf": "${asOf}",\n  "table": "${table}",\n  "rows": [\n${rows.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]\n}\n`);
  console.log(`${table}: ${rows.length}`);
}
