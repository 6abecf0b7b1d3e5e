/** A form with every kind of field. */
import { RecordForm } from '../../../renderer/parts/form/RecordForm.tsx';
import { FieldInput } from '../../../renderer/parts/form/FieldInput.tsx';
import { RecordHeader } from '../../../renderer/parts/layout/RecordHeader.tsx';
import { firmOptions, sample } from './sample.ts';

const values = { number: '2026-0001', title: '사출 금형 수명 연장', firm: 'firm-0', state: 'running', areas: 'tech,money', received_on: '2026-11-22', visit_at: '14:30', budget: 12_000_000, people: 4, rate: '33.3', is_urgent: 1, note: '도면을 받아 검토하고 다음 주에 다시 방문하기로 했습니다.' };

const search = async (text: string) => {
  window.calls.push(['search', text]);
  await new Promise((resolve) => setTimeout(resolve, 30));
  return firmOptions.filter((one) => one.label.includes(text));
};

export const FormPage = () => (
  <div style={{ maxWidth: 760 }}>
    <RecordHeader kind="애로과제" number="2026-0001" title="사출 금형 수명 연장" onClose={() => undefined} />
    <RecordForm
      type={sample} values={values} draftKey="sample:1" quick
      links={{ organisation: { search, labelOf: async (id) => firmOptions.find((one) => one.id === id)?.label ?? null, onCreate: async (text) => { window.calls.push(['create', text]); return { id: 'firm-new', label: text }; } } }}
      onSave={async (patch, was) => {
        window.calls.push(['save', patch, was]);
        if (patch['title'] === '충돌' && was['title'] !== '남이 고친 이름') throw Object.assign(new Error('refused'), { data: { refusal: { code: 'conflict', message: '그사이 다른 곳에서 값이 바뀌었습니다.', details: [{ field: 'title', value: '남이 고친 이름', message: '과제명: 지금 저장된 값은 “남이 고친 이름”입니다.' }] } } });
        if (patch['title'] === '거절') throw Object.assign(new Error('refused'), { data: { refusal: { code: 'invalid', message: '저장하지 못했습니다. 표시한 항목을 고쳐 주세요.', details: [{ field: 'title', message: '과제명: 이미 있는 과제와 같습니다.' }] } } });
      }}
    >
      <div className="cd-form-grid">
        <div className="cd-wide"><FieldInput name="title" /></div>
        {['number', 'firm', 'state', 'areas', 'received_on', 'visit_at', 'budget', 'people', 'rate', 'is_urgent'].map((name) => <FieldInput key={name} name={name} />)}
        <div className="cd-wide"><FieldInput name="note" /></div>
      </div>
    </RecordForm>
  </div>
);
