/** Who works for the program: coordinators of each hub with their accounts, officers. */
import { account } from '../../../db/accounts/fields.ts';
import { person } from '../../../db/people/fields.ts';
import { hubAt, hubs } from './country.ts';
import { mobileOf, personName } from './names.ts';
import type { World } from './world.ts';

export const putStaff = (world: World): void => {
  const { bulk, chance, scale } = world;
  const numbers = Math.max(hubs.length, scale.coordinators);
  for (let at = 0; at < numbers; at += 1) {
    const hub = at % hubs.length;
    const { office } = hubAt(hub);
    const [id, name] = [world.id(), personName(chance)];
    bulk.create(person, id, { name, department: office, position: '코디네이터', mobile: mobileOf(chance), roles: at < 17 ? 'coordinator,lead-coordinator' : 'coordinator', consent_on: world.date, consent_scope: '사업 운영' });
    const actor = { number: 100 + at, name };
    bulk.create(account, world.id(), { name, number: actor.number, role: at % 20 === 19 ? 'officer' : 'coordinator', office, person: id });
    (world.coordinators[hub] ??= []).push({ id, actor });
    world.authors.push(actor);
  }
};
