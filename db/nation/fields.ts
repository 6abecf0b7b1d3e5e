/** National figures (전국 지표): as published, with their unit and their source, for members to be compared with. */
import { choice, decimal, int, record, text } from '../kernel/field.ts';
import { kicoxGroups } from '../reference/choices/industry.ts';
import { complexGroups, nationalMeasures, unitOf, unitsFor } from './choices.ts';

/** Id by measure, groups, year and quarter: the same figure entered twice is one. */
export const nationalIndicator = record('national_indicator', { ko: '전국 지표', en: 'National figure' }, {
  measure: choice({ ko: '지표', en: 'Measure', required: true, choices: nationalMeasures, headers: ['지표', '항목', '구분', '지표명'] }),
  complex_group: choice({ ko: '산업단지', en: 'Complexes', required: true, choices: complexGroups, headers: ['산업단지', '단지구분', '단지유형', '산단구분', '유형'] }),
  industry_group: choice({ ko: '업종', en: 'Industry', choices: kicoxGroups, help: '비워 두면 전체 업종입니다.', headers: ['업종', '업종구분'] }),
  year: int({ ko: '연도', en: 'Year', required: true, min: 1990, max: 2100, headers: ['연도', '년도', '기준연도', '시점'] }),
  quarter: int({ ko: '분기', en: 'Quarter', min: 1, max: 4, help: '비워 두면 한 해 전체입니다.', headers: ['분기'] }),
  value: decimal({ ko: '값', en: 'Value', required: true, headers: ['값', '수치', '실적', '금액', '데이터'] }),
  unit: text({ ko: '단위', en: 'Unit', required: true, max: 20, headers: ['단위'] }),
  source: text({ ko: '출처', en: 'Source', required: true, max: 300, headers: ['출처', '자료출처', '통계명'] }),
}, {
  rules: [(values) => (unitOf(values.measure, values.unit) === values.unit ? null : { field: 'unit', value: values.unit, message: `단위: ${values.unit}은(는) 이 지표의 단위가 아닙니다. ${unitsFor(values.measure).join(', ')} 가운데 하나로 써 주세요.` })],
});
