/** 화면: letter size, colours, and forgetting columns and widths. */
import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../api.ts';
import { colourSchemes, isColourScheme, useColourSchemePreference } from '../../parts/colour-scheme.ts';
import { Section } from '../../parts/layout/Section.tsx';
import { letterSizes, useLetterSizePreference } from '../../parts/letter-size.ts';
import { ConfirmDialog } from '../../parts/notice/ConfirmDialog.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';

/** Column widths, sorts, filters, views and panes; not letters and colours. */
const remembered = ['grid.', 'split.', 'rail', 'views.', 'work.'];

export const ScreenSettings = () => {
  const [scheme, setScheme] = useColourSchemePreference();
  const [size, setSize] = useLetterSizePreference();
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const forget = () => {
    setAsking(false);
    api.device.forgetPreferences.mutate({ prefixes: remembered }).then(() => location.reload(), setFailure);
  };
  return (
    <>
      <Section title="글자 크기">
        <SegmentedControl aria-label="글자 크기" value={String(size)} onChange={(value) => setSize(Number(value))} data={letterSizes.map((one) => ({ value: String(one), label: `${Math.round(one * 100)}%` }))} />
        <p className="cd-soft">표의 줄 높이와 열 너비도 함께 커집니다.</p>
      </Section>
      <Section title="밝기">
        <SegmentedControl aria-label="밝기" value={scheme} onChange={(value) => { if (isColourScheme(value)) setScheme(value); }} data={colourSchemes.map((one) => ({ value: one.code, label: one.ko }))} />
      </Section>
      <Section title="열과 창의 기억">
        <p>목록마다 고른 열, 열 너비와 순서, 정렬, 거른 조건, 열어 둔 보기, 나눈 창의 너비를 기억합니다.</p>
        {failure ? <FailureNotice error={failure} /> : null}
        <div><Button variant="default" onClick={() => setAsking(true)}>열·창 기억 지우기</Button></div>
      </Section>
      <ConfirmDialog opened={asking} title="열과 창의 기억을 지울까요?" confirm="지우기" onClose={() => setAsking(false)} onConfirm={forget}>
        모든 목록의 열, 조건과 창 너비가 처음 모습으로 돌아갑니다. 기록과 저장한 보기, 글자 크기, 밝기는 그대로입니다.
      </ConfirmDialog>
    </>
  );
};
