/**
 * Chooses a record: type any two syllables or initial consonants. It searches on half-made syllables as well;
 * Enter while composing chooses nothing.
 */
import { Combobox, InputBase, useCombobox } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { isComposing } from '../keys/shortcut.ts';

export type LinkOption = { id: string; label: string; note?: string | null };

export type LinkSource = {
  /** Best first, at most as many as fit a short list. An empty text asks for the likely ones. */
  search: (text: string) => Promise<readonly LinkOption[]>;
  /** The label of a record that is already chosen; null when it has not arrived on this device. */
  labelOf?: (id: string) => Promise<string | null>;
  /** Offers "새로 만들기" and makes the record. */
  onCreate?: (text: string) => Promise<LinkOption | null>;
};

export type LinkPickerProps = LinkSource & {
  label: ReactNode;
  value: string | null;
  /** Label of the current value, when the caller has it at hand. */
  valueLabel?: string | null;
  onChange: (id: string | null, option: LinkOption | null) => void;
  onBlur?: () => void;
  error?: ReactNode;
  description?: ReactNode;
  placeholder?: string;
  disabled?: boolean;
  required?: boolean;
  autoFocus?: boolean;
  /** Enter came before the answer. The choice follows by itself, so the caller may move on to the next box at once. */
  onEarlyEnter?: (input: HTMLInputElement) => void;
  inputRef?: (element: HTMLInputElement | null) => void;
  name?: string;
};

const searchDelay = 80;
const createKey = '\u0000create';

export const LinkPicker = (props: LinkPickerProps) => {
  const { search, labelOf, onCreate, value, valueLabel, onChange } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [chosen, setChosen] = useState<LinkOption | null>(null);
  const [options, setOptions] = useState<readonly LinkOption[]>([]);
  // What the options answer: nothing is offered as new before the list for that very text is there.
  const [answered, setAnswered] = useState<string | null>(null);
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const [fetched, setFetched] = useState<{ id: string; label: string } | null>(null);
  const asked = useRef(0);
  // Enter pressed before the answer to what was just typed: it chooses from that answer, never from the list before it.
  const enterWaits = useRef(false);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const isOpen = combobox.dropdownOpened;

  useEffect(() => {
    if (!value || valueLabel || !labelOf || chosen?.id === value) return undefined;
    let gone = false;
    labelOf(value).then((label) => { if (!gone) setFetched({ id: value, label: label ?? '상위 기록 미도착' }); }, () => undefined);
    return () => { gone = true; };
  }, [chosen?.id, labelOf, value, valueLabel]);

  useEffect(() => {
    if (!isOpen && !enterWaits.current) return undefined;
    const number = ++asked.current;
    setState('busy');
    const timer = setTimeout(() => {
      search((typed ?? '').trim()).then(
        (answer) => {
          if (asked.current !== number) return;
          setOptions(answer);
          setAnswered((typed ?? '').trim());
          setState('idle');
          const first = answer[0];
          if (enterWaits.current) { if (first) latestTake.current(first); else latestCreate.current(); }
          enterWaits.current = false;
        },
        () => { if (asked.current === number) { enterWaits.current = false; setOptions([]); setState('failed'); } },
      );
    }, typed === null ? 0 : searchDelay);
    return () => clearTimeout(timer);
  }, [isOpen, search, typed]);

  const latestTake = useRef<(option: LinkOption) => void>(() => undefined);
  const latestCreate = useRef<() => void>(() => undefined);
  const mayCreateNow = useRef(false);
  const { selectFirstOption } = combobox;
  useEffect(() => {
    // With nothing found, what Enter chooses is to make it.
    if (options.length > 0 || mayCreateNow.current) selectFirstOption();
    // The list itself is what makes the first row change; the combobox object is new on every render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [options]);

  const current = !value ? '' : valueLabel ?? (chosen?.id === value ? chosen.label : fetched?.id === value ? fetched.label : '');
  const take = (option: LinkOption | null) => {
    setChosen(option);
    setTyped(null);
    combobox.closeDropdown();
    onChange(option?.id ?? null, option);
  };
  latestTake.current = take;
  const create = async () => {
    const made = await onCreate?.((typed ?? '').trim());
    if (made) take(made);
  };
  const wanted = (typed ?? '').trim();
  const mayCreate = onCreate !== undefined && wanted !== '' && !options.some((option) => option.label === wanted);
  const offersNew = mayCreate && answered === wanted;
  mayCreateNow.current = offersNew;
  latestCreate.current = () => { if (mayCreate) void create(); };

  return (
    <Combobox store={combobox} onOptionSubmit={(key) => { if (key === createKey) void create(); else take(options.find((option) => option.id === key) ?? null); }}>
      <Combobox.Target withExpandedAttribute>
        <InputBase
          label={props.label} description={props.description} error={props.error} disabled={props.disabled} name={props.name}
          placeholder={props.placeholder ?? '두 글자나 초성으로 찾기'} autoComplete="off" data-autofocus={props.autoFocus || undefined}
          ref={props.inputRef} aria-required={props.required || undefined}
          value={typed ?? current}
          rightSectionPointerEvents="auto"
          rightSection={value && !props.disabled ? <Combobox.ClearButton onClear={() => take(null)} aria-label="고른 것 지우기" /> : <Combobox.Chevron size="xs" />}
          onFocus={(event) => event.currentTarget.select()}
          onClick={() => combobox.openDropdown()}
          onChange={(event) => { enterWaits.current = false; setTyped(event.currentTarget.value); setState('busy'); combobox.openDropdown(); }}
          onBlur={() => {
            // Who goes on before the answer is there has chosen all the same.
            if (enterWaits.current) { props.onBlur?.(); return; }
            combobox.closeDropdown();
            if (typed !== null && wanted === '' && value) take(null);
            setTyped(null);
            props.onBlur?.();
          }}
          onKeyDownCapture={(event) => {
            // While composing, Enter, arrows and Escape belong to the input method.
            if (isComposing(event.nativeEvent)) { event.stopPropagation(); return; }
            if (event.key !== 'Enter' || event.ctrlKey || !isOpen || state !== 'busy' || wanted === '') return;
            event.preventDefault();
            event.stopPropagation();
            enterWaits.current = true;
            if (event.currentTarget instanceof HTMLInputElement) props.onEarlyEnter?.(event.currentTarget);
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }}>
          {options.map((option) => (
            <Combobox.Option key={option.id} value={option.id} active={option.id === value}>
              <span>{option.label}</span>
              {option.note ? <span className="cd-small cd-soft"> {option.note}</span> : null}
            </Combobox.Option>
          ))}
          {offersNew ? <Combobox.Option value={createKey}><Plus size={13} aria-hidden /> 새로 만들기: ‘{wanted}’</Combobox.Option> : null}
          {options.length === 0 && !offersNew ? (
            <Combobox.Empty>{state === 'busy' ? '찾는 중입니다.' : state === 'failed' ? '찾지 못했습니다. 다시 시도해 주세요.' : '찾은 것이 없습니다.'}</Combobox.Empty>
          ) : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
};
