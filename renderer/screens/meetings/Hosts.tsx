/** The mini-clusters that hold a meeting, the host first. Another one is added by typing; a name is taken away or made host by its buttons. */
import { ActionIcon } from '@mantine/core';
import { X } from 'lucide-react';
import { useRef, useState } from 'react';
import { clusterLink } from '../../links.ts';
import { LinkPicker } from '../../parts/form/LinkPicker.tsx';

export type Host = { id: string; name: string };
export type HostsProps = { hosts: readonly Host[]; onChange: (hosts: Host[]) => void; autoFocus?: boolean; error?: string | undefined };

export const Hosts = ({ hosts, onChange, autoFocus = false, error }: HostsProps) => {
  const [round, setRound] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  return (
    <div className="cd-hosts" ref={frame}>
      <LinkPicker
        key={round} {...clusterLink} value={null} autoFocus={autoFocus} error={error} required
        label={<>주관 미니클러스터<span className="cd-required">필수</span></>} placeholder={hosts.length === 0 ? '두 글자나 초성으로 찾기' : '함께 여는 곳 더하기'}
        onChange={(id, option) => {
          if (id === null || !option || hosts.some((one) => one.id === id)) return;
          onChange([...hosts, { id, name: option.label }]);
          setRound(round + 1);
          // The emptied box is a new one: the cursor goes along.
          setTimeout(() => frame.current?.querySelector('input')?.focus(), 0);
        }}
      />
      {hosts.length === 0 ? null : (
        <ul className="cd-host-chips" aria-label="고른 미니클러스터">
          {hosts.map((host, index) => (
            <li key={host.id}>
              {index === 0 ? <strong>주관</strong> : <button type="button" className="cd-link" title={`${host.name}을(를) 주관으로`} onClick={() => onChange([host, ...hosts.filter((one) => one.id !== host.id)])}>주관으로</button>}
              <span>{host.name}</span>
              <ActionIcon variant="subtle" color="gray" size="xs" aria-label={`${host.name} 빼기`} onClick={() => onChange(hosts.filter((one) => one.id !== host.id))}><X size={12} aria-hidden /></ActionIcon>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
