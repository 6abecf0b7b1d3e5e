import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decode } from '../../../db/imports/decode.ts';
import { createFirmIndex } from '../../../db/imports/firm-index.ts';
import { judgeFirm, type Verdict } from '../../../db/imports/judge-firm.ts';
import { knownHeaders, mapColumns, missingColumns, type MappedColumn, type RememberedMapping } from '../../../db/imports/mapping.ts';
import { firmDraft, legalFormIn, organisationTarget } from '../../../db/imports/organisation-target.ts';
import { parseTable } from '../../../db/imports/parse.ts';
import { readRow } from '../../../db/imports/read-row.ts';
import { readTable } from '../../../db/imports/read-table.ts';

const options = { kind: 'firm', ksicRevision: 10 };
const isKnown = knownHeaders(organisationTarget);

const run = async (text: string, remembered: RememberedMapping = {}): Promise<{ mapping: MappedColumn[]; verdicts: Verdict[]; problems: string[]; remarks: string[]; skipped: string[] }> => {
  const table = await readTable(await parseTable(text), isKnown);
  const mapping = mapColumns(table.header.names, table.data.map((one) => one.cells), organisationTarget, remembered);
  const index = createFirmIndex();
  const result = { mapping, verdicts: [] as Verdict[], problems: [] as string[], remarks: [] as string[], skipped: table.skipped.map((one) => one.why) };
  for (const { row, cells } of table.data) {
    const read = readRow(cells, mapping, organisationTarget);
    result.problems.push(...read.problems);
    result.remarks.push(...read.remarks);
    const draft = read.problems.length === 0 ? firmDraft(row, read, options) : null;
    if (draft) result.verdicts.push(judgeFirm(draft, index));
  }
  return result;
};
const file = (name: string): string => decode(readFileSync(new URL(`../../support/data/${name}`, import.meta.url))).text;

describe('the sixty real factories', () => {
  test('both encodings give sixty firms, field by field the same', async () => {
    const cp949 = await run(file('factories_60_cp949.csv'));
    expect(cp949).toEqual(await run(file('factories_60_utf8bom.csv')));
    expect(cp949.problems).toEqual([]);
    expect(cp949.verdicts.map((one) => one.kind)).toEqual(Array.from({ length: 60 }, () => 'create'));
    expect(cp949.verdicts[0]?.values).toEqual({
      name: '(주)일흥', legal_form: 'stock-company', kind: 'firm', status: 'active', province: '경기도', district: '포천시',
      address: '경기도 포천시 동교동 505 외 6필지', industry_code: '30399', industry_revision: 10, industry_name: '그 외 자동차용 신품 부품 제조업 외 2 종',
      products: '제동장치및부분품, 강화플라스틱 구성품,금형제조', materials: 'PP', registry_size: 'medium', employees: 240, land_area: '21477', building_area: '7545.64',
    });
    const named = (name: string): Verdict | undefined => cp949.verdicts.find((one) => one.values.name === name);
    expect(named('(주)승우')?.values.land_area).toBeUndefined();
    expect(named('(주)심텍')?.values).toMatchObject({ province: '충청북도', district: '청주시' });
    expect(named('(주)데크카본')?.values.province).toBe('전북특별자치도');
    expect(named('LS전선(주)')?.site?.values).toMatchObject({ name: '인동공장', employees: 384 });
    expect(cp949.mapping.filter((column) => column.target === null).map((column) => column.header)).toEqual(['원본행']);
    expect(cp949.mapping[0]?.samples).toHaveLength(3);
  });
});

test('the 35 columns of the rich registry map by themselves, parts beside a total', async () => {
  const headers = '시도명,시군구명,관리기관,회사명,공장구분,단지명,설립구분,입주형태,보유구분,등록구분,전화번호,남자종업원,여자종업원,외국인남자종업원,외국인여자종업원,종업원합계,생산품,원자재,공장규모,용도지역,지목,용지면적,제조시설면적,부대시설면적,건축면적,지식산업센터명,대표업종,업종명,업종코드,차수,법인주소,필지수,공장주소,공장주소_지번,공장관리번호';
  const cells = headers.split(',').map((name) => ({ 회사명: '(주)가', 남자종업원: '3', 여자종업원: '2', 외국인남자종업원: '1', 외국인여자종업원: '0', 종업원합계: '7', 공장주소: '경기도 안산시 1', 공장주소_지번: '원시동 1', 대표업종: '1', 업종코드: '29294', 차수: '10', 공장관리번호: '4.15902E+14', 전화번호: '_031_4991234' })[name] ?? '');
  const { mapping, verdicts, remarks } = await run(`${headers}\n${cells.join(',')}`);
  const target = Object.fromEntries(mapping.map((column) => [column.header, column.target]));
  expect(target).toMatchObject({ 회사명: 'name', 공장주소: 'address', 공장주소_지번: null, 업종코드: 'industry_code', 대표업종: null, 차수: 'industry_revision', 종업원합계: 'employees', 남자종업원: 'part.men', 공장관리번호: 'site.factory_no' });
  expect(mapping.find((column) => column.header === '공장주소_지번')?.how).toBe('taken');
  expect(verdicts[0]?.values).toMatchObject({ employees: 7, phone: '0314991234', industry_revision: 10 });
  expect(remarks.join('\n')).toMatch(/합계 7과 나눈 수의 합 6이 다릅니다/);
  expect(remarks.join('\n')).toMatch(/엑셀이 망가뜨린/);
});

test('men, women and foreigners are added up when there is no total, also under a merged header', async () => {
  const { verdicts } = await run('업체명,종업원,,,주소\n,남,여,외국인,\n가,3,2,1,경기도 안산시 1\n');
  expect(verdicts[0]?.values.employees).toBe(6);
});

test('title rows, repeated headers, subtotals, notes and marks before names', async () => {
  const { verdicts, skipped } = await run(
    '2020년 공장 현황,,\n\n회사명,주소,종업원수\n　▷(주)가,경기도 안산시 1,"1,922 "\n일반산업단지 합계 : 9개,,\n합계,,1922\n해제,,\n회사명,주소,종업원수\n나,경기도 안산시 2,-\n※ 자료: 공단,,\n',
  );
  expect(verdicts.map((one) => one.values.name)).toEqual(['(주)가', '나']);
  expect(verdicts[0]?.values.employees).toBe(1922);
  expect(verdicts[1]?.values.employees).toBeUndefined();
  expect(skipped).toEqual(['합계 줄', '합계 줄', '제목 줄', '머리글이 되풀이됨', '설명 줄']);
});

test('a list of names alone is a list', async () => {
  expect((await run('회사명\n(주)가\n(주)나')).verdicts).toHaveLength(2);
});

test('what a person chose once is chosen again', async () => {
  const text = '업소,비고\n(주)가,금형\n';
  const first = await readTable(await parseTable(text), isKnown, 1);
  const bare = mapColumns(first.header.names, [], organisationTarget);
  expect(missingColumns(bare, organisationTarget)).toEqual(['기업명']);
  const { verdicts, mapping } = await run(text, { 업소: 'name', 비고: 'products' });
  expect(mapping.map((column) => column.how)).toEqual(['remembered', 'remembered']);
  expect(verdicts[0]?.values).toMatchObject({ name: '(주)가', products: '금형' });
});

test.each([
  ['그냥 글\n둘째 줄\n', /열이 하나뿐/],
  ['1,2\n3,4\n', /머리글 행을 찾을 수 없습니다/],
  ['회사명,주소\n', /자료 행이 없습니다/],
  ['회사명,주소,전화번호\n가,나,\n성명,회사명,연락처,주소\n', /머리글이 다른 표/],
])('refused: %j', async (text, sentence) => {
  await expect(run(text)).rejects.toThrow(sentence);
});

test.each([
  ['가,경기도 1,열두명', /열두명.*수로 읽을 수 없습니다/],
  ['가,경기도 1,3,더,있음', /칸이 머리글보다 많습니다/],
  ['가,메모 900101-1234568,3', /주민등록번호/],
  [',경기도 1,3', /기업명: 값이 비어/],
])('a row is refused with its reason: %s', async (line, sentence) => {
  expect((await run(`회사명,주소,종업원수\n${line}`)).problems.join()).toMatch(sentence);
});

test('numbers and money of other lists', async () => {
  const { verdicts, remarks, problems } = await run('상호,사업자등록번호,매출액(백만원),설립일\n(유)가,124-81-00998,"1,234",2011.4.21\n나,123-45-67890,,\n다,1234,5천만원,');
  expect(verdicts[0]?.values).toMatchObject({ business_no: '1248100998', sales: 1_234_000_000, founded_on: '2011-04-21', legal_form: 'limited-company' });
  expect(remarks.join()).toMatch(/검증 번호가 맞지 않습니다/);
  expect(problems.join()).toMatch(/숫자 10자리/);
});

test('legal forms', () => {
  expect(legalFormIn('㈜가')).toBe('stock-company');
  expect(legalFormIn('[주]유라코퍼레이션')).toBe('stock-company');
  expect(legalFormIn('도해정밀')).toBeNull();
});
