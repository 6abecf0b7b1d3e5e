/** Organisations, sites and people. */
import { between, chance, pick, row, shuffled } from './dice.mjs';
import { complexes, givens, heads, note, sectors, surnames } from './words.mjs';

/** A business number whose check digit holds: `digits` are the first nine. */
const businessNumber = (digits) => {
  const sum = [1, 3, 7, 1, 3, 7, 1, 3, 5].reduce((total, weight, at) => total + weight * Number(digits[at]), 0) + Math.floor((Number(digits[8]) * 5) / 10);
  return `${digits}${(10 - (sum % 10)) % 10}`;
};

// About three quarters up to 50 employees and nearly all up to 300, as the program reports of itself.
const headcount = () => {
  const roll = between(1, 100);
  if (roll <= 24) return between(4, 9);
  if (roll <= 76) return between(10, 50);
  if (roll <= 88) return between(51, 100);
  return roll <= 97 ? between(101, 300) : between(320, 640);
};
const edges = [9, 10, 50, 51, 100, 101, 300, 301];
const sizeOf = (employees) => (employees < 50 ? 'small' : employees < 300 ? 'medium' : 'large');

export const organisations = [];
export const sites = [];
export const people = [];

const usedNames = new Set();
const personName = () => {
  const name = `${pick(surnames)}${pick(givens)}`;
  if (usedNames.has(name)) return personName();
  usedNames.add(name);
  return name;
};

export const addPerson = (values) => {
  const serial = people.length + 1;
  const four = String(serial).padStart(4, '0');
  const one = {
    ref: `person-${serial}`, name: personName(), mobile: `0100000${four}`, email: `p${four}@example.com`,
    consent_on: '2024-04-01', consent_scope: '회의·상담 참석자 명부', retention_until: '2029-03-31', ...values,
  };
  people.push(one);
  return one;
};

const names = shuffled(heads.flatMap((head) => [0, 1].map((turn) => ({ head, turn }))));
let serial = 0;
for (const complex of complexes) {
  for (let at = 0; at < complex.firms; at += 1) {
    serial += 1;
    const sectorName = complex.sectors[at % complex.sectors.length];
    const sector = sectors[sectorName];
    const { head, turn } = names[serial - 1];
    const tail = sector.tails[(serial + turn) % sector.tails.length];
    const isSole = chance(12);
    const employees = serial <= edges.length ? edges[serial - 1] : chance(4) ? null : headcount();
    const firm = {
      ref: `firm-${serial}`, name: isSole ? `${head}${tail}` : chance(75) ? `(주)${head}${tail}` : `주식회사 ${head}${tail}`, kind: 'firm',
      legal_form: isSole ? 'sole-owner' : 'stock-company', business_no: chance(55) ? businessNumber(`999${isSole ? '01' : '81'}${String(serial).padStart(4, '0')}`) : null,
      founded_on: `${between(1994, 2016)}-${String(between(1, 12)).padStart(2, '0')}-${String(between(1, 28)).padStart(2, '0')}`,
      complex: complex.name, tenancy: chance(68) ? 'owned' : 'leased', province: complex.province, district: complex.district,
      address: `${complex.province} ${complex.district} 예시로${between(1, 9)}번길 ${between(3, 180)}`, phone: `${complex.phone}000${String(1000 + serial)}`,
      industry_code: sector.code, industry_revision: 10, industry_name: sector.industry, products: sector.products.slice(0, between(1, 3)).join(', '),
      employees, employees_on: employees === null ? null : '2025-12-31', registry_size: employees === null ? null : sizeOf(employees),
      sales: employees === null || chance(25) ? null : employees * between(160, 320) * 1_000_000,
      certifications: chance(35) ? 'venture' : chance(20) ? 'innobiz,mainbiz' : null,
      laboratory: chance(45) ? 'institute' : chance(30) ? 'department' : 'none', first_national_rnd_year: chance(40) ? between(2008, 2025) : null,
      status: serial === 33 ? 'closed' : serial === 52 ? 'suspended' : 'active', memo: note, hub: complex.hub, short: complex.short, sector: sectorName, product: sector.products[at % sector.products.length],
    };
    const contact = addPerson({ organisation: firm.ref, department: pick(['연구소', '기술부', '생산부', '경영지원부']), position: pick(['대표이사', '연구소장', '부장', '차장', '과장']) });
    firm.representative = contact.position === '대표이사' ? contact.name : personName();
    firm.contact = contact;
    organisations.push(firm);
    if (serial % 11 === 0) {
      const district = pick(['김해시', '양산시', '칠곡군', '시흥시']);
      sites.push({ ref: `site-${sites.length + 1}`, organisation: firm.ref, name: '제2공장', complex: complex.name, province: complex.province, district, address: `${complex.province} ${complex.district} 예시로 ${between(200, 300)}`, employees: between(5, 40), products: firm.product, memo: note });
    }
  }
}
export const firms = organisations.filter((one) => one.kind === 'firm');

const bodies = [
  ['university', ['예시국립대학교 산학협력단', '예시공과대학교 산학협력단', '예시해양대학교 산학협력단', '예시과학기술대학교 산학협력단', '예시폴리텍대학 창원캠퍼스', '예시전자대학교 산학협력단'], ['교수', '교수', '연구교수']],
  ['institute', ['예시기계연구원', '예시재료연구원', '예시전자기술연구원', '예시생산기술연구소', '예시자동차부품연구원'], ['책임연구원', '선임연구원']],
  ['support-body', ['예시경남테크노파크', '예시부산테크노파크', '예시대구기계부품센터', '예시구미전자정보센터', '예시지식재산센터', '예시수출지원센터'], ['팀장', '과장']],
  ['association', ['예시금형공업협동조합'], ['사무국장']],
  ['financial', ['예시중소기업은행 창원지점'], ['지점장']],
  ['local-government', ['예시시청 기업지원과'], ['주무관']],
];
for (const [kind, list, positions] of bodies) {
  for (const name of list) {
    serial += 1;
    const body = { ref: `body-${serial - firms.length}`, name, kind, status: 'active', memo: note, phone: `055000${2000 + serial}` };
    organisations.push(body);
    const count = kind === 'university' ? 3 : kind === 'institute' ? 3 : kind === 'support-body' ? 2 : 1;
    body.people = Array.from({ length: count }, () => addPerson({ organisation: body.ref, department: kind === 'university' ? pick(['기계공학부', '전자공학과', '신소재공학과']) : null, position: pick(positions), roles: kind === 'university' || kind === 'institute' ? (chance(40) ? 'expert,evaluator' : 'expert') : null }));
    body.contact = body.people[0];
  }
}
export const agency = { ref: 'agency-1', name: '예시산업단지관리공단 경남지역본부', kind: 'support-body', status: 'active', memo: note, phone: '0550003000', province: '경상남도', district: '창원시 성산구' };
organisations.push(agency);
export const bodiesOf = (...kinds) => organisations.filter((one) => kinds.includes(one.kind) && one !== agency);

const covers = [['창원'], ['창원'], ['녹산'], ['성서'], ['구미'], ['반월·시화']];
export const coordinators = covers.map((hubs, at) => Object.assign(addPerson({ organisation: agency.ref, department: '클러스터운영팀', position: at === 0 ? '수석코디네이터' : '코디네이터', roles: at === 0 ? 'coordinator,lead-coordinator' : 'coordinator' }), { hubs }));
export const managers = [0, 1, 2].map(() => addPerson({ organisation: agency.ref, department: '클러스터운영팀', position: pick(['과장', '대리']), roles: 'cluster-manager,agency' }));
addPerson({ organisation: agency.ref, department: '클러스터운영팀', position: '팀장', roles: 'agency' });

// A second person at larger firms, so that meetings and visits meet more than one.
for (const firm of firms.filter((one) => (one.employees ?? 0) >= 40).slice(0, 22)) firm.second = addPerson({ organisation: firm.ref, department: pick(['연구소', '품질부', '생산기술부']), position: pick(['과장', '대리', '연구원']) });

const firmFields = ['hub', 'short', 'sector', 'product', 'contact', 'second', 'people', 'hubs'];
const plain = (one) => row(Object.fromEntries(Object.entries(one).filter(([name]) => !firmFields.includes(name))));
export const organisationRows = () => organisations.map(plain);
export const personRows = () => people.map(plain);
export const siteRows = () => sites.map(plain);
