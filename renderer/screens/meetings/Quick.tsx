/** 회의 등록 from anywhere: the same form over whatever is on the screen. */
import { useLocation } from 'wouter';
import type { QuickProps } from '../../places.ts';
import { NewMeetingForm } from './NewMeeting.tsx';
import '../../parts/layout/record.css';
import '../actions/actions.css';
import '../clusters/clusters.css';
import './meetings.css';

export const Quick = ({ onClose }: QuickProps) => {
  const [, go] = useLocation();
  return <NewMeetingForm onCancel={onClose} onMade={(id) => { onClose(); go(`/meetings/${id}`); }} />;
};
