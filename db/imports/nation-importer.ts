/** National figures: a row with one figure (지표, 값, 단위), or a row of a year with a column for each measure. Every row names its source. */
import type { Cell } from '../kernel/field.ts';
import { parseDecimal } from '../korean/parse-number.ts';
import { withParticle } from '../korean/particle.ts';
import { complexGroups, nationalMeasures, unitOf, unitsFor } from '../nation/choices.ts';
import { nationalIndicator } from '../nation/fields.ts';
import { kicoxGroups } from '../reference/choices/industry.ts';
import { nationId, putNationYears, type NationChange, type NationPlace } from '../nation/figures.ts';
import { declaredColumns } from './declared-columns.ts';
import { leftOut, type Importer, type JudgedRow } from './importer.ts';
import type { Reading, TargetColumn } from './target.ts';

/** Headers of the agency's own tables (산업동향): one column for each measure. */
const wideHeaders: Readonly<Record<string, readonly string[]>> = {
  production: ['생산', '생산액', '생산실적'], exports: ['수출', '수출액', '수출실적'], employment: ['고용', '고용인원', '고용현황', '종업원수', '근로자수'],
  rnd: ['연구개발비', 'R&D', 'R&D투자'], 'operating-rate': ['가동률', '평균가동률'], firms: ['가동업체', '가동업체수', '업체수'],
};

const readFigure = (text: string): Reading => {
  const value = parseDecimal(text.replace(/%$/, ''));
  return value === null ? { problem: `${withParticle(`‘${text}’`, '을/를')} 수로 읽을 수 없습니다.` } : { value: String(value) };
};

/** A column for each measure, and one for each unit its heading may name in brackets. */
const wideColumns: readonly TargetColumn[] = nationalMeasures.flatMap(({ code, ko }) => [
  { key: `figure.${code}`, ko: `${ko} 값`, headers: wideHeaders[code] ?? [], read: readFigure },
  ...unitsFor(code).map((unit) => ({ key: `figure.${code}.${unit}`, ko: `${ko} 값(${unit})`, headers: (wideHeaders[code] ?? []).map((header) => `${header}(${unit})`), read: readFigure })),
]);

const groupNames: Readonly<Record<string, string>> = { 국가: 'national', 국가산단: 'national', 국가산업단지전체: 'national', 일반: 'general', 일반산단: 'general', 지방산단: 'general', 도시첨단: 'urban', 농공: 'rural', 산단전체: 'all', 전체: 'all', 산업단지: 'all', 제조업: 'manufacturing' };
const readGroup = (text: string): Reading => {
  const plain = text.replace(/\s/g, '');
  const code = complexGroups.find((one) => one.ko.replace(/\s/g, '') === plain || one.code === plain)?.code ?? groupNames[plain];
  return code === undefined ? { problem: `‘${text}’: ${complexGroups.map((one) => one.ko).join(', ')} 가운데 하나로 써 주세요.` } : { value: code };
};
const readIndustry = (text: string): Reading => {
  const plain = text.replace(/[\s·]/g, '');
  if (/^(전체|전산업|합계|계|전업종)$/.test(plain)) return { value: null };
  const code = kicoxGroups.find((one) => one.ko === plain || one.code === plain)?.code;
  return code === undefined ? { problem: `‘${text}’: 10개 업종 가운데 하나로 쓰거나 비워 두세요.` } : { value: code };
};
const readYear = (text: string): Reading => {
  const found = /^\s*((?:19|20)\d{2})\s*(?:년|년도)?\s*$/.exec(text);
  return found ? { value: Number(found[1]) } : { problem: `‘${text}’: 연도로 읽을 수 없습니다. 2025처럼 쓰고, 분기는 분기 열에 따로 적어 주세요.` };
};
const readUnit = (text: string): Reading => ({ value: text });

/** `guessed`: the file names no unit, so the usual one is taken and said. */
type Figure = { measure: string; value: string; unit: string; guessed: boolean };

const wrongUnit = (measure: string, unit: string): string => `단위 ‘${unit}’: ${unitsFor(measure).join(', ')} 가운데 하나로 써 주세요.`;

const figureOf = (measure: string, value: Cell | undefined, named: string | null): (Figure | string)[] => {
  if (typeof value !== 'string') return [];
  const unit = named === null ? (unitsFor(measure)[0] ?? '') : unitOf(measure, named);
  return [unit === null ? wrongUnit(measure, named ?? '') : { measure, value, unit, guessed: named === null }];
};

const figuresOf = (values: Readonly<Record<string, Cell>>): Figure[] | string => {
  const written = typeof values.unit === 'string' ? values.unit : null;
  const wide = nationalMeasures.flatMap(({ code }) => [...unitsFor(code).flatMap((unit) => figureOf(code, values[`figure.${code}.${unit}`], unit)), ...figureOf(code, values[`figure.${code}`], written)]);
  const all = [...(typeof values.measure === 'string' ? figureOf(values.measure, values.value, written) : []), ...wide];
  return all.find((one) => typeof one === 'string') ?? all.filter((one) => typeof one !== 'string');
};

const measureName = (code: string): string => nationalMeasures.find((one) => one.code === code)?.ko ?? code;

export const nationImporter: Importer = {
  target: {
    kind: 'national_indicator',
    ko: '전국 지표',
    columns: [
      ...declaredColumns(nationalIndicator.fields, ['complex_group', 'year', 'source'], { value: readFigure, complex_group: readGroup, industry_group: readIndustry, year: readYear, unit: readUnit }),
      ...wideColumns,
    ],
  },
  table: nationalIndicator.table,
  prepare: (reader, _rows, options) => {
    const stored = new Map(reader.all<{ id: string; value: string; unit: string; source: string }>('SELECT id, value, unit, source FROM national_indicator WHERE _del = 0').map((row) => [row.id, row]));
    return Promise.resolve(({ row, read }, decision): JudgedRow => {
      const { values } = read;
      const place: NationPlace = { complex_group: String(values.complex_group ?? ''), industry_group: typeof values.industry_group === 'string' ? values.industry_group : null, quarter: typeof values.quarter === 'number' ? values.quarter : null };
      const year = Number(values.year);
      const name = `${year}년 ${complexGroups.find((one) => one.code === place.complex_group)?.ko ?? ''}`;
      if (decision?.as === 'skip') return leftOut(row, 'refuse', name, ['건너뛰기로 정한 행입니다.']);
      const figures = figuresOf(values);
      if (typeof figures === 'string') return leftOut(row, 'refuse', name, [figures]);
      if (figures.length === 0) return leftOut(row, 'refuse', name, ['지표와 값이 없습니다. 지표·값 열이나 생산·수출·고용 열이 있어야 합니다.']);
      const source = String(values.source ?? '');
      const change: NationChange = { year, source, values: {} };
      const reasons = figures.filter((one) => one.guessed).map(({ measure, unit }) => `${measureName(measure)}: 단위가 적혀 있지 않아 ${withParticle(unit, '으로/로')} 넣습니다.`);
      let isNew = false;
      for (const { measure, value, unit } of figures) {
        const id = nationId(measure, place, year);
        const known = stored.get(id);
        if (known && known.value === value && known.unit === unit) continue;
        if (known && options.policy === 'fill') { reasons.push(`저장된 값과 달라 그대로 두었습니다: ${measureName(measure)} ${known.value}${known.unit} (파일: ${value}${unit})`); continue; }
        isNew ||= !known;
        change.values[measure] = { value, unit };
        stored.set(id, { id, value, unit, source });
      }
      if (Object.keys(change.values).length === 0) return { row, kind: 'unchanged', name, reasons, candidates: [], write: null };
      return {
        row, kind: isNew ? 'create' : 'match', name, reasons, candidates: [],
        write: (tx, made) => {
          putNationYears(tx, place, [change]);
          for (const measure of Object.keys(change.values)) { const id = nationId(measure, place, year); made.set(id, id); }
        },
      };
    });
  },
};
