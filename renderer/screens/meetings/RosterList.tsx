/**
 * The rows of the attendance book. A whole row is the target; the box only shows the state. An option of a list holds no
 * buttons, so what stands at its end is for the mouse; the keyboard has Shift+Enter and Delete.
 */
import { Check, PenLine, Plus, X } from 'lucide-react';
import { Fragment, useEffect, useRef } from 'react';
import { labelOf } from '../../../db/kernel/field.ts';
import { attendance } from '../../../db/meetings/fields.ts';
import { memberKindName } from '../clusters/words.ts';
import { isPresent, partOf, type RosterRow } from './roster-rows.ts';

export type RosterListProps = {
  id: string;
  rows: readonly RosterRow[];
  active: string | null;
  /** How many clusters hold the meeting: with several, each member's own are named. */
  clusters: number;
  /** 연속 불참 before this meeting, by person or organisation. */
  absences: Readonly<Record<string, number>>;
  /** People whose signature was drawn on the screen. */
  signed: ReadonlyMap<string, unknown>;
  onTick: (row: RosterRow) => void;
  onProxy: (row: RosterRow) => void;
  onRemove: (attendance: string) => void;
};

const kindOf = (row: RosterRow): string => (row.type === 'member' || row.type === 'organisation' ? memberKindName(row.one.kind) : labelOf(attendance.fields.kind, row.one.kind));

const Who = ({ row, clusters }: { row: RosterRow; clusters: number }) => {
  if (row.type === 'organisation') return <><strong className="cd-who">{row.one.name}</strong><span className="cd-body-name cd-soft">{row.one.people.length === 0 ? '참석한 사람을 더해 주세요' : ''}</span></>;
  return (
    <>
      <strong className="cd-who">{row.one.name}</strong>
      <span className="cd-body-name" title={row.one.organisation_name ?? ''}>{row.one.organisation_name} <span className="cd-soft">{row.one.position}</span>{row.type === 'member' && clusters > 1 && row.one.clusters.length > 1 ? <span className="cd-small cd-soft"> · {row.one.clusters.join(', ')}</span> : null}</span>
    </>
  );
};

/** From how many meetings missed in a row on it is said. */
const manyAbsences = 2;

/** Who holds the proxy of this member, or whose this person holds. */
const proxyWords = (row: RosterRow): string => {
  if (row.type === 'organisation') return '';
  const given = row.type === 'member' && row.one.is_proxy ? `위임: ${row.one.proxy_to === null ? '서면' : row.one.proxy_name ?? '상위 기록 미도착'}` : '';
  return [given, row.one.holds > 0 ? `위임 ${row.one.holds}명 받음` : '', ''].filter((part, index) => part !== '' || index === 2).join(' · ');
};

export const RosterList = ({ id, rows, active, clusters, absences, signed, onTick, onProxy, onRemove }: RosterListProps) => {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => { list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' }); }, [active]);
  return (
    <div className="cd-roster" id={id} role="listbox" aria-multiselectable aria-label="출석부" ref={list}>
      {rows.map((row, index) => {
        const before = rows[index - 1];
        const present = isPresent(row);
        const isProxy = row.type === 'member' && row.one.is_proxy;
        const missed = row.type === 'member' ? absences[row.one.person] ?? 0 : row.type === 'organisation' ? absences[row.one.organisation] ?? 0 : 0;
        return (
          <Fragment key={`${row.type} ${row.key}`}>
            {!before || partOf(before) !== partOf(row) ? <div className="cd-roster-part" role="presentation">{partOf(row)}</div> : null}
            <div
              id={`${id}-${row.key}`} role="option" aria-selected={present} className="cd-roster-row" data-type={row.type} data-present={present || undefined} data-active={row.key === active || undefined}
              onMouseDown={(event) => event.preventDefault()} onClick={() => onTick(row)}
            >
              <span className="cd-tick" aria-hidden>{row.type === 'organisation' ? <Plus size={14} /> : present ? <Check size={16} strokeWidth={3} /> : null}</span>
              <Who row={row} clusters={clusters} />
              <span className="cd-small cd-soft cd-nowrap">{missed >= manyAbsences && !present ? <span className="cd-missed">{missed}회 연속 불참</span> : null}{proxyWords(row)}{kindOf(row)}</span>
              <span className="cd-roster-end">
                {row.type !== 'organisation' && signed.has(row.one.person) ? <span className="cd-roster-signed" title="서명함"><PenLine size={14} aria-label="서명함" /></span> : null}
                {row.type !== 'member' || present ? null : <span className="cd-roster-do" data-on={isProxy || undefined} aria-hidden onClick={(event) => { event.stopPropagation(); onProxy(row); }}>위임</span>}
                {row.type === 'guest' || row.type === 'delegate' ? <span className="cd-roster-do" aria-hidden title="명부에서 빼기" onClick={(event) => { event.stopPropagation(); onRemove(row.one.id); }}><X size={14} /></span> : null}
              </span>
            </div>
          </Fragment>
        );
      })}
    </div>
  );
};
