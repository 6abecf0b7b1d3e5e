/** 제출본: reports as they were handed in. `/frozen?report=t1` lists those of one report, `/frozen/<id>` shows one. */
import type { ScreenProps } from '../../places.ts';
import { FrozenList } from './FrozenList.tsx';
import { FrozenRecord } from './FrozenRecord.tsx';
import '../reports/reports.css';
import '../reports/print.css';
import './frozen.css';

export const Screen = ({ id }: ScreenProps) => (id === null ? <FrozenList /> : <FrozenRecord key={id} id={id} />);
