/** Stages of the pipeline: the states of domain.md §4 in groups that read at a glance, the road first, then what left it. */
import { taskStates } from '../reference/choices/task.ts';

type StateCode = (typeof taskStates)[number]['code'];

export const stages = [
  { key: 'found', ko: '발굴·접수', states: ['discovered', 'received'] },
  { key: 'planned', ko: '기획·심의', states: ['planning', 'under-review'] },
  { key: 'chosen', ko: '선정·협약', states: ['selected', 'agreed'] },
  { key: 'running', ko: '수행·점검', states: ['in-progress', 'mid-check', 'final-review'] },
  { key: 'done', ko: '완료', states: ['completed'] },
  { key: 'after', ko: '사후관리·종결', states: ['follow-up', 'closed'] },
  { key: 'elsewhere', ko: '현장해결·연계', states: ['direct-done', 'referred'] },
  { key: 'ended', ko: '탈락·중단·포기', states: ['rejected', 'stopped', 'withdrawn'] },
  { key: 'held', ko: '보류', states: ['on-hold'] },
] as const satisfies readonly { key: string; ko: string; states: readonly StateCode[] }[];

export const stateName = (code: string): string => taskStates.find((state) => state.code === code)?.ko ?? code;
