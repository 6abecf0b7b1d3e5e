/** What was saved, with what one does next: open it, make a task of it, take it back. */
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { api } from '../api.ts';
import { refusalOf, sentenceOf } from '../refusal.ts';
import type { Saved } from './save.ts';

export const showSaved = (saved: Saved, go: (path: string) => void, undo: (action: string) => void): void => {
  const toast = `capture-${saved.id}`;
  const then = (run: () => void) => () => { notifications.hide(toast); run(); };
  const makeTask = () => {
    api.sessions.makeTask.mutate({ id: saved.id }).then((made) => go(`/tasks/${made.id}`), (error: unknown) => {
      // Only the field of the task is unknown: it is asked for beside the session.
      if (refusalOf(error)?.details.every((problem) => problem.field === 'field')) go(`${saved.path}?make=task`);
      else notifications.show({ color: 'danger', title: '과제화하지 못했습니다', message: sentenceOf(error) });
    });
  };
  const submit = () => {
    api.sessions.step.mutate({ ids: [saved.id], to: 'submitted' }).then(() => notifications.show({ message: '제출했습니다. 실행 취소는 Ctrl+Z입니다.' }), (error: unknown) => {
      notifications.show({ color: 'danger', title: '제출하지 못했습니다', message: sentenceOf(error) });
      go(saved.path);
    });
  };
  notifications.show({
    id: toast, autoClose: 8_000,
    message: (
      <div className="cd-toast">
        <span>{saved.sentence}</span>
        <span className="cd-row-wrap">
          <Button size="compact-xs" variant="default" onClick={then(() => go(saved.path))}>열기</Button>
          {saved.kind === 'session' ? <Button size="compact-xs" variant="default" onClick={then(submit)}>제출</Button> : null}
          {saved.kind === 'session' ? <Button size="compact-xs" variant="default" onClick={then(makeTask)}>과제화</Button> : null}
          <Button size="compact-xs" variant="default" onClick={then(() => undo(String(saved.action)))}>되돌리기</Button>
        </span>
      </div>
    ),
  });
};
