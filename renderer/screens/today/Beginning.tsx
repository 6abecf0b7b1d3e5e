/** The home screen of an empty program: what to do first. */
import { Button } from '@mantine/core';
import { useLocation } from 'wouter';
import { capture } from '../../capture/capture.ts';

const steps = [
  { title: '기업 목록 가져오기', text: '받은 CSV 파일을 그대로 엽니다(엑셀은 CSV로 저장). 저장하기 전에 무엇이 들어가는지 먼저 보여 드립니다.' },
  { title: '상담 기록하기', text: '어느 화면에서든 Alt+N을 누르고 기업 이름 두 글자나 초성을 치면 됩니다.' },
  { title: '애로과제로 잇기', text: '상담에서 ‘과제화’를 누르면 과제가 만들어지고 상담과 연결됩니다.' },
];

export const Beginning = () => {
  const [, go] = useLocation();
  return (
    <div className="cd-beginning">
      <h2>이렇게 시작하세요</h2>
      <ol>
        {steps.map((step) => <li key={step.title}><b>{step.title}</b><span className="cd-soft">{step.text}</span></li>)}
      </ol>
      <div className="cd-row-wrap">
        <Button onClick={() => go('/import')}>CSV 목록 가져오기</Button>
        <Button variant="default" onClick={() => go('/organisations/new')}>기업 직접 등록</Button>
        <Button variant="default" onClick={() => capture.open('session')}>상담 기록</Button>
      </div>
    </div>
  );
};
