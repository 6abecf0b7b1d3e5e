/** The button that prints the 과제관리카드 of a task. */
import { Button } from '@mantine/core';
import { Printer } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../api.ts';
import { printPage } from '../reports/print-page.ts';
import { TaskCard, type CardData } from './TaskCard.tsx';

const read = async (id: string): Promise<CardData & { user: string }> => {
  const [found, relations, money, outcomes, evaluations, about] = await Promise.all([
    api.tasks.get.query({ id }), api.tasks.relations.query({ id }), api.funds.ofTask.query({ id }), api.outcomes.of.query({ id }), api.evaluations.ofTask.query({ id }), api.device.about.query(),
  ]);
  return { values: found.values, names: found.links, relations, money, outcomes, evaluations, user: about.account?.name ?? '' };
};

export const PrintCard = ({ id, onFailure }: { id: string; onFailure: (error: unknown) => void }) => {
  const [card, setCard] = useState<(CardData & { user: string }) | null>(null);
  const fail = useRef(onFailure);
  fail.current = onFailure;
  useEffect(() => {
    if (card) void printPage(card.user, 'portrait').catch((error: unknown) => fail.current(error)).finally(() => setCard(null));
  }, [card]);
  return (
    <>
      <Button variant="default" aria-label="과제관리카드 인쇄" title="과제관리카드 인쇄" px={8} onClick={() => void read(id).then(setCard, onFailure)}><Printer size={14} aria-hidden /></Button>
      {card ? <TaskCard {...card} /> : null}
    </>
  );
};
