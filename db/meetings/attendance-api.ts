import { z } from 'zod';
import { newOrganisation, newPerson, organisationFor, personFor } from '../clusters/new-people.ts';
import { Refusal } from '../errors.ts';
import { labelsOf } from '../kernel/label.ts';
import type { Reader } from '../kernel/reader.ts';
import { recordProcedures } from '../kernel/record-api.ts';
import { byId, command, procedure, router } from '../kernel/rpc.ts';
import { write } from '../kernel/write.ts';
import { giveProxy, tick, tickAll } from './attend.ts';
import { attendance } from './fields.ts';
import { rosterQuery } from './queries.ts';
import { absencesQuery, ratesQuery } from './rates.ts';

const generic = recordProcedures(attendance);

const names = (read: Reader, persons: readonly string[]): string => {
  const first = labelsOf(read, 'person', persons.slice(0, 1))[0]?.label ?? '';
  return persons.length > 1 ? `${first} 외 ${persons.length - 1}명` : first;
};

/** Who came to a meeting. */
export const attendanceApi = router({
  history: generic.history,
  roster: procedure.input(byId).query(({ ctx, input }) => ctx.app.query(rosterQuery, input)),
  /** 연속 불참 before this meeting, by member. */
  absences: procedure.input(byId).query(({ ctx, input }) => ctx.app.query(absencesQuery, input)),
  /** How often the members of a mini-cluster came in a period. */
  rates: procedure.input(z.object({ cluster: z.string(), from: z.iso.date(), until: z.iso.date() })).query(({ ctx, input }) => ctx.app.query(ratesQuery, input)),
  /** Ticks or clears people of the roster. */
  mark: command.input(z.object({ meeting: z.string(), persons: z.array(z.string()).min(1).max(5000), isPresent: z.boolean() })).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, `${input.isPresent ? '참석' : '참석 취소'}: ${names(ctx.app.read, input.persons)}`, (tx) => tick(tx, input.meeting, input.persons, input));
  }),
  /** A member who does not come gives the vote to somebody, or in writing to nobody; or takes it back. */
  proxy: command.input(z.object({ meeting: z.string(), person: z.string(), isGiven: z.boolean(), to: z.string().nullish() })).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, `${input.isGiven ? '위임' : '위임 취소'}: ${names(ctx.app.read, [input.person])}`, (tx) => giveProxy(tx, input.meeting, input.person, { isGiven: input.isGiven, to: input.to ?? null }));
  }),
  /** Every member who is a person, or none of them. */
  markAll: command.input(z.object({ meeting: z.string(), isPresent: z.boolean() })).mutation(({ ctx, input }) =>
    ({ count: write(ctx.app.store, ctx.actor, input.isPresent ? '회원 모두 참석' : '회원 참석 모두 취소', (tx) => tickAll(tx, input.meeting, input.isPresent)) })),
  /**
   * Somebody who is not on the roster, known or new by name; `as` is an organisation that is a member as such
   * and for which the person comes.
   */
  welcome: command.input(z.object({
    meeting: z.string(), person: z.string().nullish(), newPerson: newPerson.nullish(), organisation: z.string().nullish(), newOrganisation: newOrganisation.nullish(),
    as: z.string().nullish(), kind: z.string().nullish(),
  })).mutation(({ ctx, input }) => {
    const { store, read } = ctx.app;
    const who = input.newPerson?.name ?? names(read, input.person ? [input.person] : []);
    const person = write(store, ctx.actor, `참석자 추가: ${who}`, (tx) => {
      const organisation = organisationFor(tx, input.organisation ?? input.as, input.newOrganisation);
      const id = personFor(tx, input.person, input.newPerson, organisation);
      if (id === null) throw new Refusal('invalid', '참석자의 이름을 입력하거나 사람을 골라 주세요.', [{ field: 'person', value: null, message: '이름을 입력해 주세요.' }]);
      tick(tx, input.meeting, [id], { isPresent: true, as: input.as ?? organisation ?? undefined, kind: input.kind });
      return id;
    });
    return { person };
  }),
  /** Takes somebody off the list who was put there by mistake. */
  remove: command.input(byId).mutation(({ ctx, input }) => {
    const person = ctx.app.read.value<string>('SELECT person FROM attendance WHERE id = ?', [input.id]);
    write(ctx.app.store, ctx.actor, `참석자 삭제: ${names(ctx.app.read, person === undefined ? [] : [person])}`, (tx) => tx.remove(attendance, input.id));
  }),
});
