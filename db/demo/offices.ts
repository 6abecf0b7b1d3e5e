/** Who works in the sample: three offices with their users, so that what one hands in another can confirm. */
import { account } from '../accounts/fields.ts';
import type { Tx } from '../kernel/write.ts';
import { textOf, type Sample, type SampleRow } from './sample.ts';

export const offices = ['예시 경남지사', '예시 대경지사', '예시 경기지사'] as const;
export type Office = (typeof offices)[number];

/** Who sits in front of the sample: the first coordinator. */
export const visitor = { number: 1, name: '예시 사용자' };

const hubs: Readonly<Record<string, Office>> = { 창원: offices[0], 녹산: offices[0], 성서: offices[1], 구미: offices[1], '반월·시화': offices[2] };
/** Of the six coordinators in their order. */
const ofCoordinator: readonly Office[] = [offices[0], offices[0], offices[0], offices[1], offices[1], offices[2]];

const has = (row: SampleRow, role: string): boolean => textOf(row['roles']).split(',').includes(role);

export type Staff = {
  /** Account of a person, by ref. */
  accountOf: (ref: string) => number;
  officeOfCoordinator: (ref: string) => Office;
  /** Account that confirms for an office. */
  officerOf: (office: Office) => number;
  /** Person (ref) who receives tasks for an office. */
  receiverOf: (office: Office) => string;
  officeOfHub: (hub: string) => Office;
  /** Person (ref) of the lead coordinator. */
  lead: string;
};

type User = { number: number; ref: string; role: 'coordinator' | 'officer' | 'head'; office: Office; name: string };

const usersOf = (sample: Sample): User[] => {
  const people = sample.rows('person');
  const of = (role: string): readonly SampleRow[] => people.filter((row) => has(row, role));
  const head = of('agency').find((row) => !has(row, 'cluster-manager'));
  return [
    ...of('coordinator').map((row, at): User => ({ number: 1 + at, ref: row.ref, role: 'coordinator', office: ofCoordinator[at] ?? offices[0], name: at === 0 ? visitor.name : textOf(row['name']) })),
    ...of('cluster-manager').map((row, at): User => ({ number: 11 + at, ref: row.ref, role: 'officer', office: offices[at] ?? offices[0], name: textOf(row['name']) })),
    ...(head ? [{ number: 21, ref: head.ref, role: 'head' as const, office: offices[0], name: textOf(head['name']) }] : []),
  ];
};

/** Seats everybody. @returns the id of the visitor's account, and who is who */
export const seatStaff = (tx: Tx, sample: Sample): { visitorAccount: string; staff: Staff } => {
  const users = usersOf(sample);
  const made = users.map(({ number, ref, role, office, name }) => tx.create(account, { name, number, role, office, person: sample.id(ref) }));
  const [visitorAccount] = made;
  const find = (what: string, holds: (user: User) => boolean): User => {
    const user = users.find(holds);
    if (!user) throw new Error(`sample: no ${what}`);
    return user;
  };
  if (visitorAccount === undefined) throw new Error('sample: nobody to seat');
  return {
    visitorAccount,
    staff: {
      accountOf: (ref) => find(ref, (user) => user.ref === ref).number,
      officeOfCoordinator: (ref) => find(ref, (user) => user.ref === ref).office,
      officerOf: (office) => find(office, (user) => user.role === 'officer' && user.office === office).number,
      receiverOf: (office) => find(office, (user) => user.role === 'officer' && user.office === office).ref,
      officeOfHub: (hub) => hubs[hub] ?? offices[0],
      lead: find('lead coordinator', (user) => user.number === visitor.number).ref,
    },
  };
};

/** The same transaction in the name of a user: what it writes says who did it, though the log keeps it as the program's. */
export const inNameOf = (tx: Tx, number: number, today: string = tx.today): Tx => ({ ...tx, today, actor: { number, name: '' } });
