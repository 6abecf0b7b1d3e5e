/** The life of every task of the sample, day by day and in the order in which it happened. */
import { holdDay, openNext, type Before } from './committees.ts';
import { planTasks } from './task-plan.ts';
import { settleEmployees, settleRunning, takeStep, type Stage, type Walk } from './task-steps.ts';

const decisions: readonly string[] = ['selected', 'rejected'];

/** @returns the tasks in the order of the sample */
export const playTasks = (stage: Stage): Walk[] => {
  const walks = planTasks(stage.tx.read, stage.sample, stage.staff).map((plan): Walk => ({ plan, id: '', spent: 0, isRestPaid: false }));
  const events = walks.flatMap((walk) => walk.plan.steps.map((step): Before => ({ walk, step }))).sort((a, b) => a.step.on.localeCompare(b.step.on));
  const isCommittees = ({ walk, step }: Before): boolean => decisions.includes(step.to) && walk.plan.money?.route === 'committee';
  const days = [...new Set(events.filter(isCommittees).map(({ step }) => step.on))];
  const held = new Set<string>();
  for (const event of events) {
    const { on } = event.step;
    if (!isCommittees(event)) takeStep(stage, event.walk, event.step);
    else if (!held.has(on)) {
      held.add(on);
      holdDay(stage, on, events.filter((one) => one.step.on === on && isCommittees(one)), days.indexOf(on), on === days.at(-1));
    }
  }
  for (const walk of walks) {
    settleRunning(stage, walk);
    settleEmployees(stage, walk);
  }
  openNext(stage, walks, days.length);
  return walks;
};
