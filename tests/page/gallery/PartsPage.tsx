/** Everything that is neither a list nor a form. */
import { Button } from '@mantine/core';
import { Inbox } from 'lucide-react';
import { useState } from 'react';
import { HistoryList } from '../../../renderer/parts/history/HistoryList.tsx';
import { RecentActions } from '../../../renderer/parts/history/RecentActions.tsx';
import { EmptyState } from '../../../renderer/parts/layout/EmptyState.tsx';
import { JobBar } from '../../../renderer/parts/layout/JobBar.tsx';
import { Section } from '../../../renderer/parts/layout/Section.tsx';
import { badgeTones, StatusBadge } from '../../../renderer/parts/layout/StatusBadge.tsx';
import { ConfirmDialog } from '../../../renderer/parts/notice/ConfirmDialog.tsx';
import { BugNotice, InfoNotice, RefusalNotice } from '../../../renderer/parts/notice/Notices.tsx';
import { ErrorBoundary } from '../../../renderer/parts/notice/ErrorBoundary.tsx';

const Broken = (): never => { throw new Error('broken on purpose'); };

export const PartsPage = () => {
  const [asking, setAsking] = useState(false);
  return (
    <div style={{ background: 'var(--cd-surface)' }}>
      <Section title="상태"><div className="cd-row-wrap">{badgeTones.map((tone) => <StatusBadge key={tone} tone={tone}>{({ waiting: '접수', active: '진행', paused: '보류', done: '완료', late: '지연', stopped: '취하' })[tone]}</StatusBadge>)}</div></Section>
      <Section title="알림">
        <div className="cd-stack">
          <RefusalNotice refusal={{ code: 'invalid', message: '저장하지 못했습니다. 표시한 항목을 고쳐 주세요.', details: [{ field: 'title', message: '과제명: 필수 항목입니다. 값을 입력해 주세요.' }] }} onShow={() => undefined} />
          <BugNotice id="b-3f9a2c" onRetry={() => undefined} />
          <InfoNotice title="작성 중이던 내용이 있습니다" actions={<><Button>이어서 쓰기</Button><Button variant="default">버리기</Button></>} />
          <ErrorBoundary><Broken /></ErrorBoundary>
        </div>
      </Section>
      <Section title="진행 중인 작업"><div className="cd-stack">
        <JobBar job={{ id: '1', label: '기업 60곳 가져오기', done: 24, total: 60, state: 'running' }} onCancel={() => undefined} />
        <JobBar job={{ id: '2', label: '파일 읽기', done: 0, total: 0, state: 'failed', message: '파일의 첫 줄에서 열 이름을 찾지 못했습니다.' }} onClose={() => undefined} />
      </div></Section>
      <Section title="변경 기록" count={2}><HistoryList entries={[
        { id: '1', at: '2026-11-22T10:30:00Z', who: '김담당', field: '상태', before: '접수', after: '진행' },
        { id: '2', at: '2026-11-22T09:00:00Z', who: '김담당', field: '과제명', before: null, after: '사출 금형 수명 연장을 위한 표면 처리 공정 개선과 시험 생산' },
      ]} /></Section>
      <Section title="최근에 한 일"><RecentActions onUndo={() => undefined} onRedo={() => undefined} actions={[
        { id: '1', label: '기업 60곳 가져오기', who: '김담당', at: '2026-11-22T10:30:00Z', state: 'done' },
        { id: '2', label: '애로과제 등록: 금형 공정 개선', who: '이코디', at: '2026-11-22T09:30:00Z', state: 'undone' },
      ]} /></Section>
      <Section title="빈 화면" actions={<Button color="danger" onClick={() => setAsking(true)}>삭제</Button>}><EmptyState icon={Inbox} title="아직 기업이 없습니다." action={{ label: '엑셀 목록 가져오기', onClick: () => undefined }} second={{ label: '기업 등록', onClick: () => undefined }}>받은 엑셀 목록을 가져오거나 한 곳씩 등록해 주세요.</EmptyState></Section>
      <ConfirmDialog opened={asking} title="애로과제를 삭제할까요?" confirm="삭제" danger onConfirm={() => setAsking(false)} onClose={() => setAsking(false)}>실행 취소(Ctrl+Z)로 되돌릴 수 있습니다.</ConfirmDialog>
    </div>
  );
};
