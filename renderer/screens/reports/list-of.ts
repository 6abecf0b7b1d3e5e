/** Where the records behind a number are listed, by their record table. */
export const listOf: Readonly<Record<string, string>> = {
  task: '/tasks', organisation: '/organisations', mini_cluster: '/clusters', membership: '/reports/members', session: '/sessions', meeting: '/meetings', person: '/people', office_budget: '/reports/budgets', survey: '/surveys', survey_response: '/surveys/responses', national_indicator: '/nation/figures',
};
