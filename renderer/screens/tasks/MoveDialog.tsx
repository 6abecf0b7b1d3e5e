/** One move: what it still lacks, each in its own box or one click away; then the day and the reason. */
import { Alert, Button, Modal, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { AnyRecord, Cell } from '../../../db/kernel/field.ts';
import type { Missing, SharedMove } from '../../../db/tasks/api.ts';
import { task } from '../../../db/tasks/fields.ts';
import { api } from '../../api.ts';
import { coordinatorLink, links } from '../../links.ts';
import { DateField, today } from '../../parts/form/DateField.tsx';
import { FieldInput, FieldLabel } from '../../parts/form/FieldInput.tsx';
import { RecordForm } from '../../parts/form/RecordForm.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { stateName } from './states.tsx';
import { fieldAddress } from './task-address.ts';
import { useMoves } from './use-moves.ts';
import { SupportTypeInput } from './SupportTypeInput.tsx';

export type MoveDialogProps = { ids: readonly string[]; from?: string | null; to: string | null; onClose: () => void; onMoved?: () => void };

export const MoveDialog = (props: MoveDialogProps) => (
  <Modal
    opened={props.to !== null} onClose={props.onClose} size={560} closeButtonProps={{ 'aria-label': words.close }}
    title={props.to === null ? '' : `상태 바꾸기: ${props.from ? `${stateName(props.from)} → ` : ''}${stateName(props.to)}${props.ids.length > 1 ? ` (${props.ids.length}건)` : ''}`}
  >
    {props.to === null ? null : <Opened {...props} to={props.to} />}
  </Modal>
);

type OpenedProps = MoveDialogProps & { to: string };

const Opened = (props: OpenedProps) => {
  const { ids, to, onClose } = props;
  const [only] = ids.length === 1 ? ids : [];
  const moves = useMoves(ids);
  const stored = useTask(only ?? null);
  // The move as it was when the window opened: a box that has been filled does not vanish while one types.
  const kept = useRef<SharedMove | null>(null);
  kept.current ??= moves.data?.find((one) => one.to === to) ?? null;
  if (moves.isError) return <FailureNotice error={moves.error} onRetry={() => void moves.refetch()} />;
  if (!moves.data || (only !== undefined && !stored.isThere)) return <p className="cd-soft">{words.loading}</p>;
  if (!kept.current) {
    return (
      <div className="cd-stack">
        <p>지금 상태에서는 ‘{stateName(to)}’ 상태로 바꿀 수 없습니다. 갈 수 있는 상태는 ‘상태 바꾸기’에 있습니다.</p>
        <div className="cd-row-wrap cd-end"><Button onClick={onClose}>{words.close}</Button></div>
      </div>
    );
  }
  return <MoveForm {...props} move={kept.current} values={stored.values} />;
};

/** The task as stored, for what its boxes begin with. */
const useTask = (id: string | null): { values: Readonly<Record<string, Cell>>; isThere: boolean } => {
  const [values, setValues] = useState<Readonly<Record<string, Cell>> | null>(null);
  useEffect(() => {
    if (id !== null) api.tasks.get.query({ id }).then((found) => setValues(found.values), () => setValues({}));
  }, [id]);
  return { values: values ?? {}, isThere: values !== null };
};

const Findings = ({ move, onBodies }: { move: SharedMove; onBodies: (() => void) | null }) => (
  <>
    {(['block', 'warn'] as const).map((level) => {
      const found = move.findings.filter((one) => one.level === level);
      if (found.length === 0) return null;
      return (
        <Alert key={level} color={level === 'block' ? 'danger' : 'warning'} variant="outline" icon={level === 'block' ? <CircleAlert size={18} aria-hidden /> : <TriangleAlert size={18} aria-hidden />}
          title={level === 'block' ? '이대로는 바꿀 수 없습니다' : '확인해 주세요'}>
          <ul className="cd-plain-list">
            {found.map((one) => (
              <li key={`${one.rule} ${one.field} ${one.message}`}>
                {one.message} <span className="cd-small cd-soft">{one.rule}</span>
                {one.field === 'participants' && onBodies ? <> <button type="button" className="cd-link" onClick={onBodies}>채우러 가기</button></> : null}
              </li>
            ))}
          </ul>
        </Alert>
      );
    })}
  </>
);

/** What is filled on another part of the record: a click goes there. */
const Elsewhere = ({ id, missing, onGo }: { id: string; missing: readonly Missing[]; onGo: () => void }) => {
  const [, go] = useLocation();
  return (
    <ul className="cd-lacks">
      {missing.map((one) => (
        <li key={one.field}><span>{one.message}</span><Button size="compact-sm" variant="default" onClick={() => { onGo(); go(fieldAddress(id, one.where, one.field)); }}>채우러 가기</Button></li>
      ))}
    </ul>
  );
};

/** Shown although nothing is missing: what the move would give by itself can be another. */
const offered = ['task_no', 'received_by'];

type TaskFields = typeof task.fields;
const fields: Readonly<Record<string, TaskFields[keyof TaskFields]>> = task.fields;

/** Boxes of a move, as a record type of their own: whether the whole task holds together is the application's to say. */
const boxesOf = (move: SharedMove, given: readonly string[], isMany: boolean) => {
  const broken = isMany ? [] : move.findings.filter((one) => one.level === 'block').map((one) => one.field);
  const asked = [...new Set([...given, ...broken, ...move.missing.flatMap((one) => one.fields)])].filter((name) => name in fields);
  // Of several fields one may do, and many tasks may hold the value already: only a field alone is asked for by name.
  const needed = isMany ? [] : move.missing.flatMap((one) => (one.fields.length === 1 && one.where !== 'outputs' ? one.fields : []));
  return { asked, type: { ...task, fields: Object.fromEntries(asked.map((name) => [name, { ...fields[name], required: needed.includes(name) }])) as unknown as AnyRecord['fields'], rules: [], derived: {} } };
};

const MoveForm = ({ ids, to, onClose, onMoved, move, values }: OpenedProps & { move: SharedMove; values: Readonly<Record<string, Cell>> }) => {
  const [, go] = useLocation();
  const [on, setOn] = useState<Cell>(today());
  const [reason, setReason] = useState('');
  const frame = useRef<HTMLDivElement>(null);
  const isMany = ids.length > 1;
  const fills = move.fills as Readonly<Record<string, Cell>>;
  const [{ asked, type }] = useState(() => boxesOf(move, isMany ? [] : offered.filter((name) => name in fills), isMany));
  const beside = isMany ? [] : move.missing.filter((one) => one.fields.length === 0 || one.where === 'outputs');
  // The number is given when the move is made, by what has been chosen then.
  const [begin] = useState(() => Object.fromEntries(asked.map((name): [string, Cell] => [name, values[name] ?? (name === 'task_no' ? null : (fills[name] ?? null))])));

  useEffect(() => {
    const timer = setTimeout(() => frame.current?.querySelector<HTMLElement>('.cd-form input:not([type=hidden]):not(:disabled), .cd-form textarea:not(:disabled)')?.focus(), 60);
    return () => clearTimeout(timer);
  }, []);

  const save = async (patch: Readonly<Record<string, Cell>>) => {
    await api.tasks.move.mutate({ ids: [...ids], to, on: String(on ?? ''), reason: reason.trim() === '' ? null : reason.trim(), values: patch });
    notifications.show({ message: `${isMany ? `${ids.length}건을 ` : ''}‘${stateName(to)}’ 상태로 바꾸었습니다. 실행 취소는 Ctrl+Z입니다.` });
    onClose();
    onMoved?.();
  };
  return (
    <div className="cd-move" ref={frame}>
      <RecordForm type={type} values={begin} isNew quick saveLabel="바꾸기" links={{ ...links, person: coordinatorLink }} onSave={save} onCancel={onClose}>
        <Findings move={move} onBodies={isMany ? null : () => { onClose(); go(fieldAddress(ids[0] ?? '', 'participants', 'participants')); }} />
        {isMany && move.lacking > 0 ? <p className="cd-soft">{move.lacking}건에 빠진 것이 있습니다. 여기에 적은 값은 비어 있는 과제에만 들어갑니다.</p> : null}
        {beside.length > 0 ? <Elsewhere id={ids[0] ?? ''} missing={beside} onGo={onClose} /> : null}
        {asked.length > 0 ? (
          <div className="cd-form-grid">
            {asked.map((name) => (name === 'support_type'
              ? <SupportTypeInput key={name} days={{ program_year: values['program_year'], decided_on: values['decided_on'], found_on: values['found_on'] }} />
              : <div key={name} className={fields[name]?.kind === 'long' ? 'cd-wide' : undefined}><FieldInput name={name} {...(name === 'task_no' ? { help: '비워 두면 다음 번호를 붙입니다.' } : {})} /></div>))}
          </div>
        ) : null}
        <div className="cd-form-grid">
          <DateField label={<FieldLabel ko="날짜" required />} value={on} onChange={setOn} required description="상태가 실제로 바뀐 날. 비어 있는 날짜 칸도 이 날로 채웁니다." />
          <div className="cd-wide">
            <Textarea label={<FieldLabel ko="사유" required={move.needsReason} />} autosize minRows={2} maxRows={8} maxLength={2000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
          </div>
        </div>
      </RecordForm>
    </div>
  );
};
