/** 정보: what the program is made of. */
import { Table } from '@mantine/core';
import { Section } from '../../parts/layout/Section.tsx';
import { words } from '../../words.ts';

const parts = [
  ['React, React DOM', 'MIT'], ['Mantine', 'MIT'], ['AG Grid Community', 'MIT'], ['TanStack Query', 'MIT'], ['tRPC', 'MIT'], ['React Hook Form', 'MIT'], ['wouter', 'Unlicense'],
  ['zod', 'MIT'], ['Day.js', 'MIT'], ['Lucide', 'ISC'], ['Papa Parse', 'MIT'], ['iconv-lite', 'MIT'], ['ical.js', 'MPL-2.0'], ['better-sqlite3, SQLite3 Multiple Ciphers', 'MIT'], ['SQLite', '공유 저작물'], ['Electron', 'MIT'],
] as const;

export const About = () => (
  <>
    <Section title={words.product}>
      <p>산업단지 클러스터 사업의 애로과제, 1:1 코디네이팅 일지, 미니클러스터 회의를 한곳에 기록합니다.</p>
      <p className="cd-soft">자료는 이 컴퓨터의 자료 폴더에만 있습니다. 인터넷이 없어도 모든 기능을 쓸 수 있습니다.</p>
    </Section>
    <Section title="글꼴">
      <p>Pretendard 1.3.9 (SIL Open Font License 1.1). 누구나 쓰고 나누어 줄 수 있는 글꼴이며, 전문은 프로그램의 assets/fonts/LICENSE.txt에 있습니다.</p>
    </Section>
    <Section title="함께 쓰는 소프트웨어">
      <Table verticalSpacing={2} className="cd-settings-form">
        <Table.Thead><Table.Tr><Table.Th>이름</Table.Th><Table.Th>라이선스</Table.Th></Table.Tr></Table.Thead>
        <Table.Tbody>{parts.map(([name, license]) => <Table.Tr key={name}><Table.Td>{name}</Table.Td><Table.Td>{license}</Table.Td></Table.Tr>)}</Table.Tbody>
      </Table>
    </Section>
  </>
);
