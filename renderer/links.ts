/** Where link fields find their records, by record type: any two syllables, or initial consonants. */
import { api } from './api.ts';
import type { LinkOption, LinkSource } from './parts/form/LinkPicker.tsx';

const limit = 12;
const first = (labels: readonly { label: string; isMissing: boolean }[]): string | null => (labels[0] && !labels[0].isMissing ? labels[0].label : null);

/** Firms and other bodies. A new name makes a firm at once. */
export const organisationLink: LinkSource = {
  search: (text) => api.organisations.find.query({ text, limit }),
  labelOf: async (id) => first(await api.organisations.labels.query({ ids: [id] })),
  onCreate: async (name) => {
    const { id } = await api.organisations.create.mutate({ values: { name, kind: 'firm' } });
    return { id, label: name };
  },
};

export const personLink: LinkSource = {
  search: (text) => api.people.find.query({ text, limit }),
  labelOf: async (id) => first(await api.people.labels.query({ ids: [id] })),
};

/** People with a role first; when none has that name, anybody. A new name becomes one with it. */
const personWith = (role: 'coordinator' | 'lead-coordinator' | 'evaluator'): LinkSource => ({
  search: async (text) => {
    const found = await api.people.find.query({ text, limit, role });
    return found.length > 0 ? found : api.people.find.query({ text, limit });
  },
  labelOf: personLink.labelOf,
  onCreate: (name) => api.people.createNamed.mutate({ name, role }),
});

export const coordinatorLink = personWith('coordinator');
export const leadCoordinatorLink = personWith('lead-coordinator');
export const evaluatorLink = personWith('evaluator');

/** People of one organisation first, then everybody; a new name becomes one of its people. */
export const personOfLink = (organisation: string | null): LinkSource => ({
  search: async (text) => {
    const own = organisation ? await api.people.find.query({ text, limit, organisation }) : [];
    if (text === '' || own.length > 0) return own;
    return api.people.find.query({ text, limit });
  },
  labelOf: personLink.labelOf,
  onCreate: (name) => api.people.createNamed.mutate({ name, organisation }),
});

export const clusterLink: LinkSource = {
  search: (text) => api.clusters.find.query({ text, limit }),
  labelOf: async (id) => first(await api.clusters.labels.query({ ids: [id] })),
};

export const taskLink: LinkSource = {
  search: (text) => api.tasks.find.query({ text, limit }),
  labelOf: async (id) => first(await api.tasks.labels.query({ ids: [id] })),
};

export const sessionLink: LinkSource = {
  search: (text) => api.sessions.find.query({ text, limit }),
  labelOf: async (id) => first(await api.sessions.labels.query({ ids: [id] })),
};

export const meetingLink: LinkSource = {
  search: (text) => api.meetings.find.query({ text, limit }),
  labelOf: async (id) => first(await api.meetings.labels.query({ ids: [id] })),
};

export const committeeLink: LinkSource = {
  search: (text) => api.evaluations.find.query({ text, limit }),
  labelOf: async (id) => first(await api.evaluations.labels.query({ ids: [id] })),
};

/** Sites of one firm. */
export const siteLink = (organisation: string | null): LinkSource => ({
  search: async (text): Promise<LinkOption[]> => {
    if (!organisation) return [];
    const { sites } = await api.organisations.relations.query({ id: organisation });
    return sites.filter((site) => site.name.includes(text)).map((site) => ({ id: site.id, label: site.name, note: site.address }));
  },
  labelOf: async (id) => (await api.organisations.sites.get.query({ id })).values.name,
});

export const seriesLink: LinkSource = {
  search: async (text) => (await api.series.list.query()).filter((one) => one.values.title.includes(text)).slice(0, limit).map((one) => ({ id: one.id, label: one.values.title })),
  labelOf: async (id) => (await api.series.record.query({ id })).values.title,
};

export const surveyLink: LinkSource = {
  search: (text) => api.surveys.find.query({ text, limit }),
  labelOf: async (id) => first(await api.surveys.labels.query({ ids: [id] })),
};

/** Sources by record type, for forms that need nothing narrower. */
export const links = { organisation: organisationLink, person: personLink, mini_cluster: clusterLink, task: taskLink, session: sessionLink, meeting: meetingLink, meeting_series: seriesLink, committee: committeeLink, survey: surveyLink } as const;
