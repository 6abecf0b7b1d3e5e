import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { problemsOf } from '../../../db/kernel/field.ts';
import { businessNumberFault } from '../../../db/korean/identifiers.ts';
import { records } from '../../../db/records.ts';
import { complexOf } from '../../../db/reference/complexes.ts';
import { programNumberOf, programYearOf } from '../../../db/reference/program-years.ts';
import { sizeBandOf, sizeBands } from '../../../db/reference/size-bands.ts';
import { supportTypeIn } from '../../../db/reference/support-types.ts';

const cell = z.union([z.string(), z.number(), z.strictObject({ dayOffset: z.int() })]);
const file = z.strictObject({ source: z.array(z.string()), asOf: z.iso.date(), table: z.string(), rows: z.array(z.object({ ref: z.string() }).catchall(cell)) });

type Row = Record<string, string | number>;
const folder = join(import.meta.dirname, '../../../assets/sample');
const files = readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => file.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
const asOf = files[0]?.asOf ?? '';

const dayFrom = (today: string, days: number): string => new Date(new Date(`${today}T00:00:00Z`).getTime() + days * 86_400_000).toISOString().slice(0, 10);
const told = (today: string, table: string): Row[] => (files.find((one) => one.table === table)?.rows ?? [])
  .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'object' ? dayFrom(today, value.dayOffset) : value])));
const rows = (table: string): Row[] => told(asOf, table);
const text = (row: Row | undefined, name: string): string => String(row?.[name] ?? '');

describe('sample data', () => {
  it('says 예시 in every file', () => {
    expect(files).toHaveLength(17);
    expect(files.filter((one) => !one.source.some((line) => line.startsWith('예시'))).map((one) => one.table)).toEqual([]);
  });

  it.each(['2026-11-22', '2027-03-05', '2028-12-31'])('fits the declared fields and rules of every record when opened on %s', (today) => {
    const problems = records.flatMap((type) => told(today, type.table).flatMap(({ ref, ...values }) =>
      problemsOf(type, values).map((problem) => `${type.table} ${String(ref)} ${problem.field}: ${problem.message}`)));
    expect(problems).toEqual([]);
  });

  it('links only to records that exist, of the right type', () => {
    const tableOf = new Map(files.flatMap((one) => one.rows.map((row) => [row.ref, one.table] as const)));
    expect(tableOf.size).toBe(files.reduce((sum, one) => sum + one.rows.length, 0));
    const broken = records.flatMap((type) => Object.entries(type.fields).filter(([, field]) => field.kind === 'link').flatMap(([name, field]) =>
      rows(type.table).filter((row) => row[name] !== undefined && tableOf.get(text(row, name)) !== field.to).map((row) => `${text(row, 'ref')}.${name} → ${text(row, name)}`)));
    expect(broken).toEqual([]);
  });

  it('has the size of a busy office', () => {
    expect(rows('organisation').filter((row) => row['kind'] === 'firm')).toHaveLength(70);
    expect([rows('task').length, rows('session').length, rows('mini_cluster').length]).toEqual([120, 160, 8]);
    expect(rows('person').filter((row) => text(row, 'roles').split(',').includes('coordinator'))).toHaveLength(6);
    expect(new Set(rows('task').map((row) => row['status'])).size).toBeGreaterThanOrEqual(17);
  });

  it('holds nothing that could reach a real person or firm', () => {
    const people = rows('person');
    expect(people.filter((row) => !/^0100000\d{4}$/.test(text(row, 'mobile')) || !text(row, 'email').endsWith('@example.com'))).toEqual([]);
    expect(rows('organisation').filter((row) => row['phone'] !== undefined && !/^0\d{2}000\d{4}$/.test(text(row, 'phone')))).toEqual([]);
    const numbers = rows('organisation').flatMap((row) => row['business_no'] ?? []).map(String);
    expect(numbers.length).toBeGreaterThan(20);
    expect(numbers.filter((number) => !number.startsWith('999') || businessNumberFault(number) !== null)).toEqual([]);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('names complexes that are known', () => {
    expect([...rows('organisation').flatMap((row) => row['complex'] ?? []), ...rows('mini_cluster').map((row) => text(row, 'hub'))].filter((name) => complexOf(String(name)) === null)).toEqual([]);
  });

  it('gives each task a program year and a support type of that year, within its cap and share', () => {
    const wrong = rows('task').filter((row) => {
      const year = programYearOf(text(row, 'found_on'))?.year ?? 0;
      const type = supportTypeIn(text(row, 'support_type'), year);
      const national = Number(row['fund_national'] ?? 0);
      const total = ['fund_national', 'fund_local', 'fund_private_cash', 'fund_private_in_kind'].reduce((sum, name) => sum + Number(row[name] ?? 0), 0);
      return row['program_year'] !== programNumberOf(year) || (row['support_type'] !== undefined && type === null)
        || (type?.capWon !== null && type?.capWon !== undefined && national > type.capWon) || (type?.share && national * 100 > total * type.share.sme);
    });
    expect(wrong.map((row) => text(row, 'ref'))).toEqual([]);
  });

  it('tells the history of each task without a gap, ending in its state', () => {
    const steps = rows('task_step');
    const broken = rows('task').filter((task) => {
      const own = steps.filter((step) => step['task'] === task['ref']);
      const joined = own.every((step, at) => (at === 0 ? step['from_status'] === undefined : step['from_status'] === own[at - 1]?.['to_status'] && text(step, 'on_date') >= text(own[at - 1], 'on_date')));
      return !joined || own.at(-1)?.['to_status'] !== task['status'] || text(own.at(-1), 'on_date') > asOf;
    });
    expect(broken.map((row) => text(row, 'ref'))).toEqual([]);
  });

  it('lets only members lead: the firm belongs to the cluster of the task on the day it was found', () => {
    const members = rows('membership');
    const outside = rows('task').filter((task) => !members.some((one) => one['cluster'] === task['cluster'] && one['organisation'] === task['lead_org']
      && text(one, 'joined_on') <= text(task, 'found_on') && (one['left_on'] === undefined || text(one, 'left_on') >= text(task, 'found_on'))));
    expect(outside.map((row) => text(row, 'ref'))).toEqual([]);
  });

  it('has one lead per task and shares that add to 100', () => {
    const participants = rows('participant');
    const wrong = rows('task').filter((task) => {
      const own = participants.filter((one) => one['task'] === task['ref']);
      const shares = own.flatMap((one) => one['share_percent'] ?? []).map(Number);
      return own.filter((one) => one['role'] === 'lead').length !== 1 || new Set(own.map((one) => one['organisation'])).size !== own.length || (shares.length > 0 && shares.reduce((sum, one) => sum + one, 0) !== 100);
    });
    expect(wrong.map((row) => text(row, 'ref'))).toEqual([]);
  });

  it('never books a coordinator twice at one time', () => {
    const sorted = rows('session').toSorted((a, b) => `${text(a, 'coordinator')}${text(a, 'visit_on')}${text(a, 'start_at')}`.localeCompare(`${text(b, 'coordinator')}${text(b, 'visit_on')}${text(b, 'start_at')}`));
    const clashes = sorted.filter((row, at) => {
      const before = sorted[at - 1];
      return before !== undefined && before['coordinator'] === row['coordinator'] && before['visit_on'] === row['visit_on'] && text(before, 'end_at') > text(row, 'start_at');
    });
    expect(clashes).toEqual([]);
    expect(rows('session').filter((row) => text(row, 'visit_on') > asOf)).toEqual([]);
  });

  it('numbers meetings of one kind once per cluster and year, and lists a person once per meeting', () => {
    const hosts = new Map(rows('meeting_cluster').filter((row) => row['is_host'] === 1).map((row) => [row['meeting'], row['cluster']]));
    const keys = rows('meeting').map((row) => [hosts.get(row['ref']), row['kind'], text(row, 'start_on').slice(0, 4), row['round']].join(' '));
    expect(new Set(keys).size).toBe(keys.length);
    const seats = rows('attendance').map((row) => `${text(row, 'meeting')} ${text(row, 'person')}`);
    expect(new Set(seats).size).toBe(seats.length);
  });

  it('shows every size band among the decided tasks', () => {
    const decided = rows('task').filter((row) => row['decided_on'] !== undefined);
    const counts = sizeBands.map((band) => decided.filter((row) => sizeBandOf(row['employees_at_decision'] === undefined ? null : Number(row['employees_at_decision'])) === band.code).length);
    expect(counts.filter((count) => count === 0)).toEqual([]);
  });

  it('has work that is overdue, due today and due soon', () => {
    const open = rows('action_item').filter((row) => row['status'] === 'open' || row['status'] === 'in-progress').map((row) => text(row, 'due_on'));
    expect(open.filter((due) => due < asOf).length).toBeGreaterThan(3);
    expect(open).toContain(asOf);
    expect(open.filter((due) => due > asOf && due <= dayFrom(asOf, 7)).length).toBeGreaterThan(5);
  });
});
