/** What the application answered when it did not say yes. */
import { Alert, Button } from '@mantine/core';
import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { bugOf, refusalOf, sentenceOf, type RefusalData } from '../../refusal.ts';
import { words } from '../../words.ts';

export type RefusalNoticeProps = {
  refusal: RefusalData;
  /** Puts the cursor on the field a detail names. */
  onShow?: (field: string) => void;
};

/** An expected "no": a sentence that says what to do, then each detail. */
export const RefusalNotice = ({ refusal, onShow }: RefusalNoticeProps) => (
  <Alert role="alert" color="danger" variant="outline" icon={<CircleAlert size={18} aria-hidden />} title={refusal.message}>
    {refusal.details.every((problem) => problem.message === refusal.message) ? null : (
      <ul className="cd-plain-list">
        {refusal.details.map((problem, index) => (
          <li key={`${problem.field}-${index}`}>
            {onShow && problem.field ? <Button size="compact-xs" variant="subtle" onClick={() => onShow(problem.field)}>{problem.message}</Button> : problem.message}
          </li>
        ))}
      </ul>
    )}
  </Alert>
);

export type BugNoticeProps = { id: string | null; onRetry?: () => void };

/** Something nobody expected. The id finds it in the log. */
export const BugNotice = ({ id, onRetry }: BugNoticeProps) => (
  <Alert role="alert" color="danger" variant="outline" icon={<TriangleAlert size={18} aria-hidden />} title={id ? `문제가 발생했습니다 (${id})` : '문제가 발생했습니다'}>
    <p>입력한 내용은 지워지지 않았습니다. 같은 일이 되풀이되면 괄호 안의 번호를 담당자에게 알려 주세요.</p>
    {onRetry ? <Button variant="default" onClick={onRetry}>{words.retry}</Button> : null}
  </Alert>
);

/** Either of the two, or a lost connection, for any failed call. */
export const FailureNotice = ({ error, onRetry, onShow }: { error: unknown; onRetry?: () => void; onShow?: (field: string) => void }) => {
  const refusal = refusalOf(error);
  if (refusal) return <RefusalNotice refusal={refusal} {...(onShow ? { onShow } : {})} />;
  const bug = bugOf(error);
  if (bug) return <BugNotice id={bug} {...(onRetry ? { onRetry } : {})} />;
  return (
    <Alert role="alert" color="warning" variant="outline" icon={<TriangleAlert size={18} aria-hidden />} title={sentenceOf(error)}>
      {onRetry ? <Button variant="default" onClick={onRetry}>{words.retry}</Button> : null}
    </Alert>
  );
};

/** A calm remark: something to know, nothing to repair. */
export const InfoNotice = ({ title, children, actions }: { title: string; children?: ReactNode; actions?: ReactNode }) => (
  <Alert role="status" color="primary" variant="light" icon={<Info size={18} aria-hidden />} title={title}>
    {children}
    {actions ? <div className="cd-row-wrap">{actions}</div> : null}
  </Alert>
);
