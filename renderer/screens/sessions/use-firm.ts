import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { FirmPanel } from '../../../db/sessions/api.ts';
import { api } from '../../api.ts';

export type FirmAsked = { firm: string | null; coordinator: string | null; except?: string | undefined; /** Day of the session that is written. */ on: string };

/** What is known of the firm while a session with it is written. */
export const useFirm = ({ firm, coordinator, except, on }: FirmAsked): UseQueryResult<FirmPanel> => {
  const asked = { organisation: firm ?? '', coordinator, on, ...(except ? { except } : {}) };
  return useQuery({ queryKey: ['organisation', 'session', 'session_attendee', 'task', 'participant', 'person', 'action_item', 'membership', 'firm', asked], queryFn: () => api.sessions.firm.query(asked), enabled: firm !== null });
};
