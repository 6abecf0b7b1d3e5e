/** 통합 and 해산: asked with the day and, for a merger, the mini-cluster the members go over to. */
import { Button, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type FormEvent } from 'react';
import type { Cell } from '../../../db/kernel/field.ts';
import { api } from '../../api.ts';
import { clusterLink } from '../../links.ts';
import { DateField, today } from '../../parts/form/DateField.tsx';
import { FocusFirst } from '../../parts/form/FocusFirst.tsx';
import { LinkPicker } from '../../parts/form/LinkPicker.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';

const isDay = (value: Cell): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

export const EndCluster = ({ id, name, how, onClose }: { id: string; name: string; how: 'merge' | 'dissolve'; onClose: () => void }) => {
  const [into, setInto] = useState<string | null>(null);
  const [day, setDay] = useState<Cell>(today());
  const [failure, setFailure] = useState<unknown>(null);
  const isReady = isDay(day) && (how === 'dissolve' || into !== null);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!isDay(day)) return;
    try {
      if (how === 'merge') {
        if (into === null) return;
        const { moved } = await api.clusters.merge.mutate({ id, into, on: day });
        notifications.show({ title: '통합했습니다', message: `회원 ${moved}명이 옮겨 갔습니다. 실행 취소(Ctrl+Z)로 한 번에 되돌릴 수 있습니다.` });
      } else {
        await api.clusters.dissolve.mutate({ id, on: day });
      }
      onClose();
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <Modal opened onClose={onClose} size={460} title={how === 'merge' ? `${name}: 다른 곳으로 통합` : `${name}: 해산`} closeButtonProps={{ 'aria-label': words.close }}>
      <FocusFirst>
        <form className="cd-stack" onSubmit={(event) => void save(event)}>
          {how === 'merge' ? <LinkPicker {...clusterLink} label="통합되어 들어갈 미니클러스터" value={into} onChange={setInto} autoFocus required /> : null}
          <DateField label={how === 'merge' ? '통합일 (이날부터 새 소속)' : '해산일 (이날까지 활동)'} value={day} onChange={setDay} {...(how === 'dissolve' ? { inputRef: (box: HTMLInputElement | null) => box?.setAttribute('data-autofocus', 'true') } : {})} />
          <p className="cd-small cd-soft">
            {how === 'merge' ? '회원은 전날까지 이곳, 이날부터 새 곳의 회원입니다. 이미 그곳 회원인 사람은 한 번만 남습니다. 임원 임기는 전날 끝나고, 회의와 과제는 이곳 기록으로 남습니다.' : '회원과 임원의 기간도 이날 끝납니다. 회의와 과제는 그대로 남습니다.'}
          </p>
          {failure ? <FailureNotice error={failure} /> : null}
          <div className="cd-row-wrap cd-end"><Button variant="default" onClick={onClose}>{words.cancel}</Button><Button type="submit" disabled={!isReady}>{how === 'merge' ? '통합' : '해산'}</Button></div>
        </form>
      </FocusFirst>
    </Modal>
  );
};
