/**
 * A form over a record declaration. It saves only what was changed, together with the values that were seen, so that
 * two people editing one record do not overwrite each other. A refused form keeps its contents.
 */
import { Button } from '@mantine/core';
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { problemsOf, type AnyRecord, type Cell } from '../../../db/kernel/field.ts';
import { refusalOf } from '../../refusal.ts';
import { words } from '../../words.ts';
import { isComposing } from '../keys/shortcut.ts';
import { FailureNotice, InfoNotice } from '../notice/Notices.tsx';
import { draftOf, readDraft } from './draft-values.ts';
import { useDraft } from './drafts.tsx';
import { focusNext } from './focus-next.ts';
import { RecordFormContext, type FormValues, type LinkSources } from './form-context.ts';
import { SaveConflicts } from './SaveConflicts.tsx';

export type RecordFormProps = {
  type: AnyRecord;
  /** The record as stored; for a new one its first values. Only fields of the declaration are looked at. */
  values: Readonly<Record<string, Cell>>;
  /** The changed fields and, of the same fields, what the user had seen before. Throw (a failed call) to refuse. */
  onSave: (patch: FormValues, was: FormValues) => Promise<unknown>;
  /** After a save, and when the user gives up the changes. */
  onSaved?: () => void;
  onCancel?: () => void;
  /** Under which unsaved text is kept: `task:<id>`, `session:new`. */
  draftKey?: string;
  /** What the unfinished work is called on 오늘; the record type without it. */
  draftLabel?: string;
  links?: LinkSources;
  /** Enter goes to the next field. */
  quick?: boolean;
  /** A record that does not exist yet: everything filled in counts as changed and the bar is always there. */
  isNew?: boolean;
  readOnly?: boolean;
  saveLabel?: string;
  /** What the page keeps beside the fields (people, links): drafted with them, and handed back when the draft is taken up. */
  beside?: { values: FormValues; restore: (values: FormValues) => void };
  children: ReactNode;
};

/** Under which name a value beside the fields stands in the draft: no field has a colon. */
const besideName = (name: string): string => `beside:${name}`;

const isCell = (value: unknown): value is Cell => value === null || typeof value === 'string' || typeof value === 'number';

/** Only the declared fields; an emptied box is null. */
const declared = (type: AnyRecord, values: Readonly<Record<string, Cell | undefined>>): FormValues =>
  Object.fromEntries(Object.keys(type.fields).map((name) => { const value = values[name]; return [name, value === undefined || value === '' ? null : value]; }));

/** Fields that hold another value by now than the one their author saw, with that value. */
const conflictsIn = (type: AnyRecord, error: unknown): ReadonlyMap<string, Cell> => {
  const refusal = refusalOf(error);
  if (refusal?.code !== 'conflict') return new Map();
  return new Map(refusal.details.flatMap(({ field, value }) => (field in type.fields && isCell(value) ? [[field, value] as const] : [])));
};

export const RecordForm = (props: RecordFormProps) => {
  const { type, values, onSave, draftKey, isNew = false, quick = false, readOnly = false } = props;
  const [base, setBase] = useState<FormValues>(() => declared(type, values));
  const [failure, setFailure] = useState<unknown>(null);
  const [conflicts, setConflicts] = useState<ReadonlyMap<string, Cell>>(new Map());
  const form = useForm<FormValues>({
    defaultValues: base,
    mode: 'onSubmit',
    reValidateMode: 'onBlur',
    resolver: (current) => {
      const problems = problemsOf(type, declared(type, current));
      return problems.length === 0
        ? { values: current, errors: {} }
        : { values: {}, errors: Object.fromEntries(problems.map((problem) => [problem.field || 'root', { type: 'declared', message: problem.message }])) };
    },
  });
  // A field no box shows (yet) follows the stored record only when the form knows it; else its old value would be saved over the new one.
  useState(() => { for (const name of Object.keys(type.fields)) form.register(name); });
  const { isDirty, dirtyFields, isSubmitting, errors } = form.formState;
  const frame = useRef<HTMLFormElement>(null);

  const changes = useCallback((): FormValues => {
    const current = declared(type, form.getValues());
    return Object.fromEntries(Object.entries(current).filter(([name, value]) => (isNew ? value !== null : value !== base[name])));
  }, [base, form, isNew, type]);
  const draft = useDraft(draftKey ?? null, props.draftLabel ?? type.ko, () => {
    const found = changes();
    const kept = Object.fromEntries(Object.entries(props.beside?.values ?? {}).filter(([, value]) => value !== null).map(([name, value]) => [besideName(name), value]));
    return Object.keys(found).length + Object.keys(kept).length === 0 ? null : { ...(isNew ? found : draftOf(found, base)), ...kept };
  });
  const besideText = JSON.stringify(props.beside?.values ?? null);
  const firstBeside = useRef(besideText);
  useEffect(() => { if (besideText !== firstBeside.current) draft.touch(); }, [besideText, draft]);

  // Choices, dates and links are not typed: the form itself says when they change.
  useEffect(() => form.subscribe({ formState: { values: true }, callback: () => { if (form.formState.isDirty) draft.touch(); } }), [draft, form]);

  // The stored record changed under the form: untouched fields follow, touched ones keep what was typed and what was seen.
  const stored = useMemo(() => declared(type, values), [type, values]);
  const storedText = JSON.stringify(stored);
  useEffect(() => {
    setBase((before) => {
      const next = { ...before };
      for (const [name, value] of Object.entries(stored)) {
        if (before[name] === value || dirtyFields[name]) continue;
        next[name] = value;
        form.resetField(name, { defaultValue: value });
      }
      return next;
    });
    // Only a change of the stored values counts, not a new object with the same ones.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [storedText]);

  const show = useCallback((name: string) => form.setFocus(name), [form]);

  const save = form.handleSubmit(async () => {
    const patch = changes();
    setFailure(null);
    try {
      await onSave(patch, Object.fromEntries(Object.keys(patch).map((name) => [name, base[name] ?? null])));
    } catch (error) {
      const met = conflictsIn(type, error);
      setConflicts(met);
      if (met.size > 0) return;
      setFailure(error);
      for (const problem of refusalOf(error)?.details ?? []) {
        if (problem.field in type.fields) form.setError(problem.field, { type: 'refused', message: problem.message }, { shouldFocus: true });
      }
      return;
    }
    const kept = declared(type, form.getValues());
    draft.drop();
    setBase(isNew ? declared(type, values) : kept);
    form.reset(isNew ? declared(type, values) : kept);
    props.onSaved?.();
  });

  /** Either way what stands in the record has now been seen. */
  const settle = (name: string, which: 'mine' | 'stored') => {
    const value = conflicts.get(name) ?? null;
    setBase((before) => ({ ...before, [name]: value }));
    if (which === 'stored') form.resetField(name, { defaultValue: value });
    setConflicts((before) => new Map([...before].filter(([one]) => one !== name)));
    draft.touch();
    // The button that was pressed goes away; the keyboard stays in the form.
    setTimeout(() => form.setFocus(name), 0);
  };

  const resume = () => {
    const { patch, seen } = readDraft(draft.take());
    const names = Object.keys(patch).filter((name) => name in type.fields);
    if (!isNew) setBase((before) => ({ ...before, ...Object.fromEntries(names.filter((name) => name in seen).map((name) => [name, seen[name] ?? null])) }));
    for (const name of names) form.setValue(name, patch[name] ?? null, { shouldDirty: true });
    props.beside?.restore(Object.fromEntries(Object.keys(props.beside.values).flatMap((name) => { const value = patch[besideName(name)]; return value === undefined ? [] : [[name, value]]; })));
    draft.touch();
  };

  const cancel = () => {
    setConflicts(new Map());
    draft.drop();
    setFailure(null);
    setBase(stored);
    form.reset(stored);
    props.onCancel?.();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (isComposing(event.nativeEvent)) return;
    const { code, ctrlKey, metaKey } = event.nativeEvent;
    const isEnter = code === 'Enter' || code === 'NumpadEnter';
    if ((ctrlKey || metaKey) && (code === 'KeyS' || isEnter)) {
      event.preventDefault();
      event.stopPropagation();
      // A typed date or amount is read when Enter or Ctrl+S reaches its box, which may be in this same key press.
      setTimeout(() => void save(), 0);
    } else if (isEnter && !event.altKey && event.target instanceof HTMLInputElement && !event.defaultPrevented && event.target.getAttribute('aria-expanded') !== 'true') {
      event.preventDefault();
      if (quick) focusNext(frame.current, event.target);
    }
  };

  const context = useMemo(() => ({ type, links: props.links ?? {}, readOnly }), [props.links, readOnly, type]);
  const root = errors['root']?.message;
  return (
    <RecordFormContext value={context}>
      <FormProvider {...form}>
        <form
          ref={frame} className="cd-form" noValidate aria-label={type.ko} onKeyDown={onKeyDown}
          onSubmit={(event) => { event.preventDefault(); void save(); }}
          onInput={draft.touch} onBlur={draft.flush} onCompositionEnd={() => { draft.touch(); draft.flush(); }}
        >
          {draft.found ? (
            <InfoNotice
              title="작성 중이던 내용이 있습니다"
              actions={(
                <>
                  <Button onClick={resume}>이어서 쓰기</Button>
                  <Button variant="default" onClick={draft.drop}>버리기</Button>
                </>
              )}
            />
          ) : null}
          {conflicts.size > 0 ? <SaveConflicts type={type} links={context.links} stored={conflicts} mine={(name) => declared(type, form.getValues())[name] ?? null} onChoose={settle} /> : null}
          {failure ? <FailureNotice error={failure} onShow={show} /> : null}
          {typeof root === 'string' ? <p role="alert" className="cd-error">{root}</p> : null}
          {props.children}
          {!readOnly && (isDirty || isNew) ? (
            <div className="cd-form-bar">
              <span className="cd-soft cd-small">{isNew ? '' : '저장하지 않은 내용이 있습니다.'}</span>
              <Button type="submit" loading={isSubmitting}>{props.saveLabel ?? words.save} <span className="cd-key">Ctrl+S</span></Button>
              <Button variant="default" onClick={cancel}>{words.cancel}</Button>
            </div>
          ) : null}
        </form>
      </FormProvider>
    </RecordFormContext>
  );
};
