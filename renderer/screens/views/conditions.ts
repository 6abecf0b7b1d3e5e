/** Conditions on linked records: views and addresses use them, no header shows them. */
import type { LinkSource } from '../../parts/form/LinkPicker.tsx';
import type { GridColumn } from '../../parts/grid/types.ts';
import { clusterLink, coordinatorLink, organisationLink } from '../../links.ts';
import type { ViewScreen } from './built-in.ts';

const linked = (column: string, label: string, source: LinkSource): GridColumn => ({ column, label, kind: 'link', nameOf: async (id) => (await source.labelOf?.(id)) ?? null });

const conditions: Partial<Record<ViewScreen, readonly GridColumn[]>> = {
  tasks: [linked('coordinator', '담당', coordinatorLink), linked('cluster', '미니클러스터', clusterLink), linked('lead_org', '주관기업', organisationLink)],
  sessions: [linked('coordinator', '코디네이터', coordinatorLink), linked('organisation', '기업', organisationLink), linked('cluster', '미니클러스터', clusterLink)],
};

const none: readonly GridColumn[] = [];

export const conditionsOf = (screen: ViewScreen): readonly GridColumn[] => conditions[screen] ?? none;
