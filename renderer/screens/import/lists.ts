/** Where the records of an import are listed. */
const pathOf: Readonly<Record<string, string>> = { organisation: '/organisations', mini_cluster: '/clusters', person: '/people', survey_response: '/surveys/responses', national_indicator: '/nation/figures' };

/** Address of the list of these records, or null when there is no list of them. */
export const listAddress = (table: string, selection: string): string | null => {
  const path = pathOf[table];
  return path === undefined ? null : `${path}?selection=${encodeURIComponent(selection)}`;
};

export const hasList = (table: string): boolean => table in pathOf;
