/** Long tables for measuring and for plans: rows as the door would leave them, without their log. */
import type { Store } from '../../db/kernel/store.ts';
import { deriveInto, insertRow } from '../../db/kernel/row.ts';
import { organisation } from '../../db/organisations/fields.ts';
import { randomFrom } from '../property/arbitrary-edits.ts';

const syllables = Array.from('가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호구누두루무부수우주추쿠투푸후신성진영한일대동경광명정원기태현세유연화송');
const trades = ['정밀', '정공', '산업', '기계', '금속', '전자', '테크', '테크놀로지', '엔지니어링', '화학', '시스템', '플라스틱', '푸드', '메탈', '솔루션', '전기', '금형', '이엔지'];
const districts = ['창원시', '구미시', '안산시', '시흥시', '광산구', '남동구', '울주군', '청주시', '천안시', '화성시', '김해시', '달서구', '강서구', '사상구'];

/** Names, addresses and telephones as a registry has them; three in a hundred are written twice. */
export const putManyFirms = (store: Store, firms = 100_000): void => {
  const random = randomFrom(7);
  const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;
  const kept: Record<string, string | null>[] = [];
  store.door.isOpen = true;
  store.db.exec('BEGIN');
  for (let at = 0; at < firms; at += 1) {
    const district = pick(districts);
    const again = at > 500 && random(100) < 3 ? kept[random(500)] : undefined;
    const name = `${random(10) < 6 ? '(주)' : ''}${pick(syllables)}${pick(syllables)}${random(3) === 0 ? '' : pick(syllables)}${pick(trades)}`;
    const values: Record<string, string | null> = again ? { ...again, name: (again['name'] ?? '').replace('(주)', '㈜ ') } : {
      name, kind: 'firm', province: '경상남도', district, address: `경상남도 ${district} ${pick(syllables)}${pick(syllables)}로 ${random(400)}`,
      phone: random(2) === 0 ? null : `055${2_000_000 + random(7_000_000)}`, representative: `${pick(['김', '이', '박', '최'])}${pick(syllables)}${pick(syllables)}`,
    };
    if (!again) kept[at % 500] = values;
    insertRow(store, organisation, `firm-${String(at).padStart(6, '0')}`, deriveInto(organisation, undefined, values), 1);
  }
  store.db.exec('COMMIT');
  store.door.isOpen = false;
};

/** Supported tasks of 8,000 firms over eighteen years, each with a step. */
export const putManyTasks = (store: Store, count = 100_000): void => {
  store.door.isOpen = true;
  store.db.exec(`WITH RECURSIVE one(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM one WHERE i < ${count - 1})
    INSERT INTO task (id, title, status, need_text, lead_org, found_on, decided_on, completed_on, fund_national, total_cost, employees_at_decision)
    SELECT printf('%036d', i), '과제', CASE i % 8 WHEN 0 THEN 'discovered' WHEN 1 THEN 'on-hold' WHEN 2 THEN 'completed' WHEN 3 THEN 'closed' ELSE 'in-progress' END, printf('%.300c', '가'), 'firm' || (i * 7919 % 8000),
      (2005 + i % 18) || '-03-01', (2005 + i % 18) || '-05-01', NULL, 50000000, 70000000, i % 400 FROM one;
    INSERT INTO task_step (id, task, from_status, to_status, on_date) SELECT 'a' || id, id, 'selected', CASE status WHEN 'on-hold' THEN 'on-hold' ELSE 'completed' END, decided_on FROM task;`);
  store.door.isOpen = false;
};
