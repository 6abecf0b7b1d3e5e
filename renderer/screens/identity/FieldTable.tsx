/** Fields side by side; where they differ one value is chosen, by click or by the number of its column. */
import { Check } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Link } from 'wouter';
import type { ComparedBody } from '../../../db/identity/api.ts';
import { differingPart, fieldText, type ComparedField } from './field-text.ts';

export type Choices = Readonly<Record<string, number>>;

const Value = ({ text, other }: { text: string; other: string }) => {
  if (text === '') return <span className="cd-soft">(빈 값)</span>;
  const [before, own, after] = differingPart(text, other);
  return <span>{before}{own === '' ? null : <mark>{own}</mark>}{after}</span>;
};

const Choosable = ({ row, chosen, onChoose }: { row: ComparedField; chosen: number; onChoose: (at: number) => void }) => {
  const texts = row.values.map((value) => fieldText(row.name, value));
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
    const at = digit === undefined ? -1 : Number(digit) - 1;
    if (at < 0 || at >= texts.length || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    onChoose(at);
  };
  return (
    <tr className="cd-identity-choice" onKeyDown={press} data-field={row.name}>
      <th scope="row">{row.ko}</th>
      {texts.map((text, at) => (
        <td key={at}>
          <button type="button" className="cd-identity-value" aria-pressed={at === chosen} onClick={() => onChoose(at)}>
            <Check size={14} aria-hidden /><Value text={text} other={texts[at === 0 ? 1 : 0] ?? ''} />
          </button>
        </td>
      ))}
    </tr>
  );
};

const steps: Readonly<Record<string, readonly [down: number, right: number]>> = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };

/** Arrows go from value to value, as in a list. */
const walk = (event: KeyboardEvent<HTMLElement>) => {
  const [down, right] = steps[event.key] ?? [0, 0];
  if ((down === 0 && right === 0) || event.ctrlKey || event.altKey) return;
  const rows = [...event.currentTarget.querySelectorAll('.cd-identity-choice')].map((row) => [...row.querySelectorAll<HTMLElement>('.cd-identity-value')]);
  const at = rows.findIndex((row) => row.some((one) => one === document.activeElement));
  const next = rows[at + down]?.[(rows[at]?.findIndex((one) => one === document.activeElement) ?? 0) + right];
  if (!next) return;
  event.preventDefault();
  next.focus();
};

export const FieldTable = ({ bodies, rows, choices, onChoose }: { bodies: readonly ComparedBody[]; rows: readonly ComparedField[]; choices: Choices; onChoose: (field: string, at: number) => void }) => {
  const differing = rows.filter((row) => row.differs);
  const equal = rows.filter((row) => !row.differs);
  return (
    <table className="cd-identity-fields" onKeyDown={walk}>
      <thead>
        <tr>
          <th scope="col"><span className="cd-only-spoken">항목</span></th>
          {bodies.map((body, at) => (
            <th key={body.id} scope="col">
              <span className="cd-small cd-soft">{at + 1} · {at === 0 ? '남는 기록' : '합쳐질 기록'}</span>
              <Link href={`/organisations/${body.id}`}>{String(body.values['name'] ?? '')}</Link>
            </th>
          ))}
        </tr>
      </thead>
      <tbody aria-label="다른 값">{differing.map((row) => <Choosable key={row.name} row={row} chosen={choices[row.name] ?? 0} onChoose={(at) => onChoose(row.name, at)} />)}</tbody>
      {equal.length === 0 ? null : (
        <tbody className="cd-identity-equal" aria-label="같은 값">
          {equal.map((row) => <tr key={row.name}><th scope="row">{row.ko}</th><td colSpan={bodies.length}>{fieldText(row.name, row.values[0] ?? null)}</td></tr>)}
        </tbody>
      )}
    </table>
  );
};
