/** Random records of every kind that can be found, and random queries over the same few words. */
import { actionItem } from '../../../db/actions/fields.ts';
import { attachment } from '../../../db/attachments/fields.ts';
import { clusterPast, miniCluster } from '../../../db/clusters/fields.ts';
import { committee } from '../../../db/evaluations/fields.ts';
import type { AnyRecord } from '../../../db/kernel/field.ts';
import type { Reader } from '../../../db/kernel/reader.ts';
import type { Store } from '../../../db/kernel/store.ts';
import { write, type Tx } from '../../../db/kernel/write.ts';
import { agendaItem, meeting } from '../../../db/meetings/fields.ts';
import { organisation, organisationPast } from '../../../db/organisations/fields.ts';
import { person } from '../../../db/people/fields.ts';
import { session } from '../../../db/sessions/fields.ts';
import { task } from '../../../db/tasks/fields.ts';
import { tester } from '../../support/store.ts';

export type Random = (below: number) => number;

const names = ['(주)한빛정밀', '한빛 금형', '㈜대경산업', '주식회사 세영테크놀러지', '가온', '똠방각하', 'ABC 금형', '도해정밀(주)', '미래e', '한밭정공', 'ＫＩＣＯＸ 기계', '값진산업', 'ᄒ빛', '한빛정밀 부산공장', '𠀀테크', 'K-뷰티'];
const people = ['김철수', '이영희', '박한비', '한 빛', '남궁민수', 'John Lee', '최ㄱ'];
const words = ['도금', '불량', '개선', '경쟁력', '강화', '금형', '미클', 'MC', 'mct', '미니클러스터', '산학연협의체', '애로사항', '회의', '한빛', '경쟁력강화', 'R&D', '3차', '2012-031', '값', '가게', '각', '\n공정', '(주)한빛', 'Ⅱ단계', '한국산업단지공단', 'café', '한·중', 'ㅋㅋ', '수'];
const numbers = ['2012-대경-031', '2012-031', '20120310', '제 3-1호', '055-123-4567', '010-1234-5678'];
const businessNumbers = ['1248100998', '2208162517', '1048118121'];

const pick = <T>(random: Random, list: readonly T[]): T => list[random(list.length)] as T;
const maybe = <T>(random: Random, value: T): T | null => (random(3) === 0 ? null : value);
const sentence = (random: Random): string => Array.from({ length: 1 + random(6) }, () => pick(random, words)).join(random(4) === 0 ? '' : ' ');
const day = (random: Random): string => `20${10 + random(9)}-0${1 + random(9)}-1${random(9)}`;

const ids = (read: Reader, table: string): string[] => read.column<string>(`SELECT id FROM ${table} WHERE _del = 0 ORDER BY id`);
const some = (random: Random, read: Reader, table: string): string | null => {
  const all = ids(read, table);
  return all.length === 0 || random(5) === 0 ? null : pick(random, all);
};

const create = (tx: Tx, random: Random): void => {
  const firm = some(random, tx.read, 'organisation');
  const coordinator = some(random, tx.read, 'person');
  switch (random(12)) {
    case 0: case 1: tx.create(organisation, { name: pick(random, names), kind: 'firm', products: maybe(random, sentence(random)), business_no: maybe(random, pick(random, businessNumbers)), memo: maybe(random, sentence(random)), phone: maybe(random, '0551234567') }); break;
    case 2: tx.create(person, { name: pick(random, people), organisation: firm, mobile: maybe(random, '01012345678'), position: maybe(random, '부장') }); break;
    case 3: case 4: if (firm) tx.create(task, { title: sentence(random), status: 'discovered', lead_org: firm, coordinator, task_no: maybe(random, pick(random, numbers)), need_text: maybe(random, sentence(random)), found_on: day(random) }); break;
    case 5: if (firm && coordinator) tx.create(session, { organisation: firm, coordinator, visit_on: day(random), mode: 'phone', status: 'draft', summary: maybe(random, sentence(random)), advice: maybe(random, sentence(random)), session_no: maybe(random, pick(random, numbers)) }); break;
    case 6: tx.create(meeting, { title: sentence(random), kind: 'seminar', start_on: day(random), minutes: maybe(random, sentence(random)) }); break;
    case 7: { const held = some(random, tx.read, 'meeting'); if (held) tx.create(agendaItem, { meeting: held, title: sentence(random), kind: 'report', decision: maybe(random, sentence(random)) }); break; }
    case 8: tx.create(attachment, { owner_table: 'task', owner: 'x', kind: 'document', name: `${sentence(random).replaceAll('\n', ' ')}.hwp`, mime: 'a/b', size: 1, sha256: 'x' }); break;
    case 9: tx.create(miniCluster, { name: pick(random, ['정밀금형 MC', '한빛 미클', 'LED']), hub: 'changwon', kind: 'general', founded_on: day(random), industry: maybe(random, sentence(random)) }); break;
    case 10: tx.create(actionItem, { what: sentence(random), status: 'open', owner: coordinator, organisation: firm, due_on: maybe(random, day(random)) }); break;
    default: {
      const cluster = some(random, tx.read, 'mini_cluster');
      if (random(2) === 0) tx.create(committee, { name: sentence(random), kind: 'regional', held_on: day(random), status: 'planned' });
      else if (cluster && random(3) === 0) tx.create(clusterPast, { cluster, name: pick(random, ['도금 미클', '옛 한빛']), until_on: day(random) });
      else if (firm) tx.create(organisationPast, { organisation: firm, what: 'name', value: pick(random, names) });
    }
  }
};

const types: readonly AnyRecord[] = [organisation, person, task, session, meeting, agendaItem, attachment, miniCluster, actionItem, committee, organisationPast, clusterPast];

const change = (tx: Tx, random: Random): void => {
  const firm = some(random, tx.read, 'organisation');
  const other = some(random, tx.read, 'organisation');
  const worker = some(random, tx.read, 'person');
  const work = some(random, tx.read, 'task');
  switch (random(7)) {
    case 0: if (firm) tx.change(organisation, firm, { name: pick(random, names) }); break;
    case 1: if (firm && other && firm !== other) tx.change(organisation, firm, { merged_into: maybe(random, other) }); break;
    case 2: if (firm) tx.change(organisation, firm, { business_no: maybe(random, pick(random, businessNumbers)) }); break;
    case 3: if (worker) tx.change(person, worker, { name: pick(random, people) }); break;
    case 4: if (work && firm) tx.change(task, work, { lead_org: firm, title: sentence(random), task_no: maybe(random, pick(random, numbers)) }); break;
    case 5: { const past = some(random, tx.read, 'organisation_past'); if (past && firm) tx.change(organisationPast, past, { organisation: firm }); break; }
    default: { const past = some(random, tx.read, 'cluster_past'); const cluster = some(random, tx.read, 'mini_cluster'); if (past && cluster) tx.change(clusterPast, past, { cluster }); }
  }
};

/** One random command. */
export const randomWrite = (store: Store, random: Random): void => {
  write(store, tester, '무작위', (tx) => {
    const kind = random(10);
    if (kind < 5) for (let more = random(3); more >= 0; more -= 1) create(tx, random);
    else if (kind < 8) change(tx, random);
    else {
      const type = pick(random, types);
      const id = some(random, tx.read, type.table);
      const gone = tx.read.column<string>(`SELECT id FROM ${type.table} WHERE _del = 1 ORDER BY id`);
      if (kind === 8 && id) tx.remove(type, id);
      else if (gone.length > 0) tx.restore(type, pick(random, gone));
    }
  });
};

const initials = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const asInitial = (letter: string): string => (letter >= '가' && letter <= '힣' ? initials.charAt(Math.floor((letter.charCodeAt(0) - 0xac00) / 588)) : letter);
/** 빛 as it is on the way: 비. */
const halfMade = (letter: string): string => (letter >= '가' && letter <= '힣' ? String.fromCharCode(letter.charCodeAt(0) - ((letter.charCodeAt(0) - 0xac00) % 28)) : letter);

/** A query of a person: a piece of something written, whole, in initials, mixed, half made, of several words, or of nothing there is. */
export const randomQuery = (random: Random): string => {
  const source = pick(random, [...names, ...people, ...words, ...numbers, 'ㄳ', '주식회사', '미클회의', '정밀금형MC', '없는말']);
  const letters = Array.from(source.normalize('NFC'));
  const start = random(letters.length);
  const piece = letters.slice(start, start + 1 + random(6));
  switch (random(8)) {
    case 0: return piece.map(asInitial).join('');
    case 1: return piece.map((letter) => (random(2) === 0 ? asInitial(letter) : letter)).join('');
    case 2: return [...piece.slice(0, -1), halfMade(piece.at(-1) ?? '')].join('');
    case 3: return `${piece.join('')} ${pick(random, [...words, ...names, ...people])}`;
    case 4: return piece.join('').normalize('NFD');
    case 5: return source;
    default: return piece.join('');
  }
};
