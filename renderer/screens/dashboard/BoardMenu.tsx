/** 카드: which cards stand on the board. */
import { Button, Menu } from '@mantine/core';
import { Check, LayoutGrid } from 'lucide-react';
import type { CardAbout } from './card-types.ts';
import type { Order } from './board-order.ts';

export const BoardMenu = ({ cards, order, onChange }: { cards: readonly CardAbout[]; order: Order; onChange: (order: Order) => void }) => (
  <Menu position="bottom-end" closeOnItemClick={false}>
    <Menu.Target><Button variant="default" leftSection={<LayoutGrid size={15} aria-hidden />}>카드{order.hidden.length > 0 ? ` (${order.hidden.length}개 숨김)` : ''}</Button></Menu.Target>
    <Menu.Dropdown>
      {cards.map(({ code, title }) => {
        const isHidden = order.hidden.includes(code);
        return (
          <Menu.Item
            key={code} role="menuitemcheckbox" aria-checked={!isHidden} leftSection={<Check size={14} aria-hidden visibility={isHidden ? 'hidden' : 'visible'} />}
            onClick={() => onChange({ ...order, hidden: isHidden ? order.hidden.filter((one) => one !== code) : [...order.hidden, code] })}
          >
            {title}
          </Menu.Item>
        );
      })}
      <Menu.Divider />
      <Menu.Item onClick={() => onChange({ order: [], hidden: [] })}>처음 차례로</Menu.Item>
    </Menu.Dropdown>
  </Menu>
);
