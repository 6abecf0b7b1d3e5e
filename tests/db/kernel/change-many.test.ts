import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusalOnWire } from '../../support/refused.ts';
import { testApplication, type TestApplication } from '../../support/store.ts';

let desk: TestApplication;
let ids: string[];
beforeEach(async () => {
  desk = await testApplication();
  ids = [];
  for (const name of ['가', '나', '다']) ids.push((await desk.call<{ id: string }>('mutation', 'organisations.create', { values: { name, kind: 'firm', employees: 1 } })).id);
});
afterEach(() => desk.dispose());

const employees = () => ids.map((id) => desk.app.read.value<number>('SELECT employees FROM organisation WHERE id = ?', [id]));
const paste = (changes: object[]) => desk.call('mutation', 'organisations.changeMany', { changes });

describe('changeMany', () => {
  it('changes a block of cells in one undo step', async () => {
    await paste(ids.map((id, index) => ({ id, patch: { employees: index + 10, memo: '붙임' }, was: { employees: 1 } })));
    expect(employees()).toEqual([10, 11, 12]);
    const undone = await desk.call<{ label: string }>('mutation', 'device.undo', {});
    expect(undone.label).toContain('3건 붙여넣기');
    expect(employees()).toEqual([1, 1, 1]);
  });

  it('changes nothing and names every cell that does not hold', async () => {
    const refusal = await refusalOnWire(paste([{ id: ids[0], patch: { employees: 5 } }, { id: ids[1], patch: { employees: -1 } }, { id: ids[2], patch: { name: '' } }, { id: 'nobody', patch: { employees: 5 } }]));
    expect(refusal).toMatchObject({ code: 'invalid', message: expect.stringContaining('3칸을 넣을 수 없어 아무것도 바꾸지 않았습니다') as string });
    expect(refusal?.details.map((one) => one.field)).toEqual([`${ids[1]}.employees`, `${ids[2]}.name`, 'nobody']);
    expect(employees()).toEqual([1, 1, 1]);
  });

  it('is a conflict when cells have changed since they were seen', async () => {
    const refusal = await refusalOnWire(paste([{ id: ids[0], patch: { employees: 5 }, was: { employees: 3 } }]));
    expect(refusal).toMatchObject({ code: 'conflict', details: [{ field: `${ids[0]}.employees`, value: 1 }] });
  });
});
