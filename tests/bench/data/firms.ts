/** Firms and other bodies with their people; later they move, change names, grow, close, or turn out to be registered twice. */
import { relationId } from '../../../db/kernel/id.ts';
import type { BulkRow } from '../../../db/kernel/bulk.ts';
import { firmYear, organisation, organisationPast } from '../../../db/organisations/fields.ts';
import { person } from '../../../db/people/fields.ts';
import { hubAt, hubs } from './country.ts';
import { addressOf, bodyName, businessNumber, firmName, mobileOf, personName, phoneOf } from './names.ts';
import { productOf } from './texts.ts';
import { departments, positionNames } from './words.ts';
import { days, type Firm, type World } from './world.ts';

const putContact = (world: World, organisationId: string, chief: string | null): { id: string; name: string } => {
  const { bulk, chance } = world;
  const [id, name] = [world.id(), chief ?? personName(chance)];
  bulk.create(person, id, {
    name, organisation: organisationId, department: chance.pick(departments), position: chief === null ? chance.pick(positionNames) : '대표이사',
    ...(chance.percent(70) ? { mobile: mobileOf(chance) } : {}), ...(chance.percent(35) ? { email: `m${chance.between(1000, 999_999)}@example.com` } : {}),
    ...(chance.percent(50) ? { consent_on: world.date, consent_scope: '상담·과제 연락' } : {}),
  });
  return { id, name };
};

/** Employees are not known of every seventh firm. */
const employeesOf = (world: World): number | null => (world.chance.percent(14) ? null : Math.min(30_000, world.chance.logNormal(18, 1.3)));

const putFirm = (world: World): void => {
  const { bulk, chance, firms, clusters } = world;
  const at = firms.length;
  const hub = chance.skewed(hubs.length, 1.4);
  const { code, province } = hubAt(hub);
  const [id, name, chief, employees] = [world.id(), firmName(chance), personName(chance), employeesOf(world)];
  const row = bulk.create(organisation, id, {
    name, kind: 'firm', legal_form: chance.percent(80) ? 'stock-company' : 'sole-owner', ...(chance.percent(88) ? { business_no: businessNumber(at) } : {}), representative: chief,
    founded_on: `${chance.between(1975, 2016)}-${String(chance.between(1, 12)).padStart(2, '0')}-${String(chance.between(1, 28)).padStart(2, '0')}`,
    complex: code, province, ...addressOf(chance, province), ...(chance.percent(60) ? { phone: phoneOf(chance) } : {}),
    products: `${productOf(chance)}, ${productOf(chance)}`, industry_name: `${productOf(chance)} 제조업`, status: 'active', tenancy: chance.percent(60) ? 'owned' : 'leased',
    ...(employees === null ? {} : { employees, employees_on: world.date, sales: employees * chance.between(80, 420) * 1_000_000 }),
  });
  const contact = putContact(world, id, chance.percent(40) ? chief : null);
  if (chance.percent(20)) putContact(world, id, null);
  const firm: Firm = { id, name, hub, employees, contact: contact.id, contactName: contact.name, cluster: clusters.length === 0 || chance.percent(8) ? -1 : clusterNear(world, hub), task: null, row: null };
  firms.push(firm);
  planChanges(world, firm, row, at);
};

/** A mini-cluster of the firm's own hub. */
const clusterNear = (world: World, hub: number): number => {
  const of = Math.floor((world.clusters.length - 1 - (hub % world.clusters.length)) / hubs.length) + 1;
  return (hub % world.clusters.length) + hubs.length * world.chance.between(0, Math.max(0, of - 1));
};

const later = (world: World): number => world.today + world.chance.between(30, days);

const rename = (world: World, firm: Firm, row: BulkRow): void => {
  const { bulk, chance } = world;
  const was = firm.name;
  firm.name = firmName(chance);
  bulk.create(organisationPast, world.id(), { organisation: firm.id, what: 'name', value: was, until_on: world.date });
  bulk.change(row, { name: firm.name });
};

const move = (world: World, firm: Firm, row: BulkRow): void => {
  const { bulk, chance } = world;
  const { code, province } = hubAt(chance.between(0, hubs.length - 1));
  bulk.create(organisationPast, world.id(), { organisation: firm.id, what: 'address', value: String(row.values['address']), until_on: world.date });
  bulk.change(row, { complex: code, province, ...addressOf(chance, province) });
};

/** Registered again by another office; half of the twins are found and joined, the others share the number alone. */
const putTwin = (world: World, firm: Firm, row: BulkRow): void => {
  const { bulk, chance, firms } = world;
  const twin = bulk.create(organisation, world.id(), {
    name: firm.name.replace('(주)', ' ㈜ ').trim(), kind: 'firm', complex: row.values['complex'] ?? null, province: row.values['province'] ?? null, address: row.values['address'] ?? null, business_no: row.values['business_no'] ?? null,
    representative: row.values['representative'] ?? null, status: 'active',
  });
  if (chance.percent(50)) world.on(world.today + chance.between(20, 400), '이름·주소 변경', () => { bulk.change(twin, { merged_into: firm.id }); });
  else firms.push({ ...firm, id: twin.id, row: null });
};

const grow = (world: World, firm: Firm, row: BulkRow): void => {
  const { bulk, chance } = world;
  const employees = Math.max(1, Math.round((firm.employees ?? 10) * (0.7 + chance.next() * 0.8)));
  firm.employees = employees;
  bulk.change(row, { employees, employees_on: world.date, sales: employees * chance.between(80, 420) * 1_000_000 });
};

const planChanges = (world: World, firm: Firm, row: BulkRow, at: number): void => {
  const { chance } = world;
  const plan = (percent: number, act: () => void): void => { if (chance.percent(percent)) world.on(later(world), '이름·주소 변경', act); };
  const isTouched = chance.percent(30);
  if (isTouched) {
    // One change a firm: two of them never meet in one action.
    const kind = chance.next();
    if (kind < 0.5) plan(100, () => { grow(world, firm, row); });
    else if (kind < 0.65) plan(100, () => { rename(world, firm, row); });
    else if (kind < 0.78) plan(100, () => { move(world, firm, row); });
    else if (kind < 0.9) plan(100, () => { putTwin(world, firm, row); });
    else plan(100, () => { world.bulk.change(row, { status: 'closed', status_on: world.date }); });
  }
  // The panel growth is measured on: every tenth of the firms with the most tasks, each spring.
  if (at % 3 === 0 && at < world.scale.firms * 0.3) for (let year = 2017; year <= 2026; year += 1) world.on(Math.max(world.today, (year - 2016) * 365 - 210 + (at % 40)), '이름·주소 변경', () => { putYear(world, firm, year - 1); });
};

const putYear = (world: World, firm: Firm, year: number): void => {
  const { bulk, chance } = world;
  // A year that was not handed in: the firm falls out of the panel.
  if (chance.percent(12)) return;
  const employees = Math.max(1, Math.round((firm.employees ?? 12) * (0.8 + chance.next() * 0.5)));
  bulk.create(firmYear, relationId('firm_year', firm.id, String(year)), {
    organisation: firm.id, year, ...(chance.percent(92) ? { employees } : {}), ...(chance.percent(85) ? { sales: employees * chance.between(80, 420) * 1_000_000 } : {}),
    ...(chance.percent(30) ? { exports_usd: employees * chance.between(100, 9_000) } : {}), source: '기업 제출',
  });
};

const bodyKinds = ['university', 'institute', 'support-body', 'support-body', 'association'] as const;

export const putBodies = (world: World): void => {
  const { bulk, chance, scale } = world;
  for (let at = 0; at < Math.max(20, scale.firms / 60); at += 1) {
    const kind = bodyKinds[at % bodyKinds.length] ?? 'university';
    const { province, code } = hubAt(at);
    const id = world.id();
    bulk.create(organisation, id, { name: bodyName(chance, kind), kind, complex: code, province, ...addressOf(chance, province), status: 'active' });
    world.bodies.push({ id, kind, person: putContact(world, id, null).id });
  }
};

export const putFirms = (world: World, count: number): void => { for (let at = 0; at < count; at += 1) putFirm(world); };
