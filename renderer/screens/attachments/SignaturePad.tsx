/** A board to sign on with mouse, pen or finger. */
import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type PointerEvent } from 'react';
import { words } from '../../words.ts';
import { boardShape, drawInk, inkPicture, type InkPoint, type Stroke } from './ink.ts';
import './attachments.css';

export type SignaturePadProps = {
  /** The picture, black on white, and the name as it was typed (empty without one). May throw to refuse: the ink stays. */
  onSigned: (png: Blob, name: string) => void | Promise<void>;
  /** Name to begin with. */
  name?: string | null;
  onCancel?: () => void;
  saveLabel?: string;
};

export const SignaturePad = ({ onSigned, name: given = null, onCancel, saveLabel = '서명 저장' }: SignaturePadProps) => {
  const board = useRef<HTMLCanvasElement>(null);
  const strokes = useRef<InkPoint[][]>([]);
  const pointer = useRef<number | null>(null);
  const [count, setCount] = useState(0);
  const [name, setName] = useState(given ?? '');
  const [busy, setBusy] = useState(false);

  const redraw = (): void => {
    const canvas = board.current;
    const on = canvas?.getContext('2d');
    if (!canvas || !on) return;
    const [width, dots] = [canvas.clientWidth, window.devicePixelRatio];
    canvas.width = Math.round(width * dots);
    canvas.height = Math.round(width * boardShape * dots);
    on.scale(dots, dots);
    drawInk(on, strokes.current as readonly Stroke[], width);
  };
  useEffect(() => {
    const canvas = board.current;
    if (!canvas) return undefined;
    const watch = new ResizeObserver(redraw);
    watch.observe(canvas);
    return () => watch.disconnect();
  }, []);

  const pointsOf = (event: PointerEvent<HTMLCanvasElement>): InkPoint[] => {
    const box = event.currentTarget.getBoundingClientRect();
    const all = event.nativeEvent.getCoalescedEvents();
    return (all.length > 0 ? all : [event.nativeEvent]).map((one) => ({ x: (one.clientX - box.left) / box.width, y: (one.clientY - box.top) / box.width, p: one.pointerType === 'pen' ? one.pressure : 0.5 }));
  };
  const begin = (event: PointerEvent<HTMLCanvasElement>): void => {
    // A palm beside the pen draws nothing.
    if (busy || pointer.current !== null || (event.pointerType === 'mouse' && event.button !== 0)) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    pointer.current = event.pointerId;
    strokes.current.push(pointsOf(event));
    redraw();
  };
  const move = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (pointer.current !== event.pointerId) return;
    strokes.current.at(-1)?.push(...pointsOf(event));
    redraw();
  };
  const end = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (pointer.current !== event.pointerId) return;
    pointer.current = null;
    setCount(strokes.current.length);
  };
  const keep = (left: InkPoint[][]): void => {
    strokes.current = left;
    setCount(left.length);
    redraw();
  };
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      await onSigned(await inkPicture(strokes.current, name.trim()), name.trim());
      keep([]);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="cd-sign">
      <div className="cd-sign-board">
        <canvas ref={board} aria-label="서명 칸" role="img" onPointerDown={begin} onPointerMove={move} onPointerUp={end} onPointerCancel={end} />
        {count === 0 && pointer.current === null ? <span className="cd-sign-hint">펜이나 손가락, 마우스로 여기에 서명하세요.</span> : null}
      </div>
      <TextInput label="서명하는 사람" maxLength={60} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <div className="cd-row-wrap">
        <Button disabled={count === 0} loading={busy} onClick={() => void save().catch(() => undefined)}>{saveLabel}</Button>
        <Button variant="default" disabled={count === 0 || busy} onClick={() => keep(strokes.current.slice(0, -1))}>한 획 지우기</Button>
        <Button variant="default" disabled={count === 0 || busy} onClick={() => keep([])}>모두 지우기</Button>
        {onCancel ? <Button variant="default" disabled={busy} onClick={onCancel}>{words.cancel}</Button> : null}
      </div>
    </div>
  );
};
