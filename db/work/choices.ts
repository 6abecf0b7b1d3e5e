/** Which states the views of the work call open, ended or carried out. */
import { taskStates } from '../reference/choices/task.ts';
import { settledStates } from '../tasks/workflow.ts';

export { settledStates };

/** States in which something is still waited for, in the order of the workflow. */
export const openStates: readonly string[] = taskStates.map((one) => one.code).filter((code) => !settledStates.some((settled) => settled === code));

/** From agreement to the final review. */
export const runningStates: readonly string[] = ['agreed', 'in-progress', 'mid-check', 'final-review'];
