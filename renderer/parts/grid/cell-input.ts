/**
 * The real `<input>` inside the focused editable cell. The grid's own cell is a `<div>`, which gives an input method
 * nothing to compose in: the first Hangul syllable is lost or garbled (ag-grid#13570). So a cell is "edited" from the
 * moment it has the focus: first `ready` (empty input over the shown text, arrows still move), then, with the first
 * character or composition, `edit`.
 */
import type { ICellEditorComp, ICellEditorParams } from 'ag-grid-community';
import type { ListRow } from '../../../db/kernel/list-types.ts';
import { ChoiceList } from './choice-list.ts';
import { choicesOf, textOfCell } from './cell-text.ts';
import type { DrawnCells } from './drawn-cells.ts';
import type { FilterShells } from './filter-shell.ts';
import type { CellFailure, GridColumn } from './types.ts';

/** What a cell asks of the grid around it; travels as the grid's `context`. */
export type CellHost = {
  columnOf: (name: string) => GridColumn | undefined;
  failureOf: (id: string, column: string) => CellFailure | null;
  /** Takes what was typed. */
  commit: (row: ListRow, column: GridColumn, text: string) => void;
  /** The cell that has the input now, or null. */
  active: CellInput | null;
  /** A key that came before the input did. */
  onArrived: ((input: CellInput) => void) | null;
  /** Editing is over, by whatever way. */
  onSettled: () => void;
  readonly filters: FilterShells;
  readonly drawn: DrawnCells;
};

export class CellInput implements ICellEditorComp<ListRow> {
  mode: 'ready' | 'edit' = 'ready';
  list: ChoiceList | null = null;
  private readonly box = document.createElement('div');
  private readonly shown = document.createElement('span');
  private readonly input = document.createElement('input');
  private params: ICellEditorParams<ListRow, unknown, CellHost> | null = null;
  private column: GridColumn | null = null;

  init(params: ICellEditorParams<ListRow, unknown, CellHost>): void {
    this.params = params;
    const column = params.context.columnOf(params.column.getColId());
    if (!column) return;
    this.column = column;
    this.box.className = 'cd-cell-box';
    this.box.dataset['kind'] = column.kind;
    this.input.className = 'cd-cell-input';
    this.input.type = 'text';
    this.input.autocomplete = 'off';
    this.input.spellcheck = false;
    this.shown.className = 'cd-cell-shown';
    this.box.append(this.shown, this.input);
    const words = column.suggestions ?? (column.kind === 'choice' ? choicesOf(column, params.node.data ?? null)?.map((choice) => choice.ko) : column.kind === 'flag' ? ['예', '아니요'] : undefined);
    if (words) this.list = new ChoiceList(this.input, words, (word) => { this.pick(word); }, column.suggestions !== undefined);
    this.input.addEventListener('focus', () => {
      const host = params.context;
      host.active = this;
      const waiting = host.onArrived;
      host.onArrived = null;
      waiting?.(this);
    });
    // Leaving the list takes what was typed; switching to another window does not.
    this.input.addEventListener('blur', () => { if (document.hasFocus()) this.settle(); });
    this.input.addEventListener('compositionstart', () => this.toEdit(null));
    this.input.addEventListener('input', () => {
      this.toEdit(null);
      this.list?.open(this.input.value, true);
    });
    this.input.addEventListener('dblclick', () => { if (this.mode === 'ready') this.toEdit(this.text()); });
    this.toReady();
  }

  getGui(): HTMLElement {
    return this.box;
  }

  afterGuiAttached(): void {
    this.input.focus({ preventScroll: true });
  }

  focusIn(): void {
    this.input.focus({ preventScroll: true });
  }

  /** The grid never takes the value itself: what was typed goes through `commit`. */
  getValue(): unknown {
    return this.params?.value;
  }

  isCancelAfterEnd(): boolean {
    return true;
  }

  /** Whatever ended it, a click elsewhere or scrolling away: what was typed counts, unless it was given up by Esc. */
  destroy(): void {
    this.settle();
    this.list?.close();
    const host = this.params?.context;
    if (host?.active === this) {
      host.active = null;
      host.onSettled();
    }
  }

  /** Waits for typing over the text that is shown. */
  toReady(): void {
    const row = this.row();
    if (!row || !this.column) return;
    this.mode = 'ready';
    this.list?.close();
    this.input.value = '';
    this.input.dataset['ready'] = '';
    delete this.box.dataset['editing'];
    const failure = this.params?.context.failureOf(row.id, this.column.column) ?? null;
    this.shown.textContent = failure?.text ?? textOfCell(this.column, row);
    this.input.setAttribute('aria-label', `${this.column.label}: ${this.shown.textContent || '빈칸'}`);
    this.input.setAttribute('aria-invalid', String(failure !== null));
    this.input.title = failure?.reason ?? '';
  }

  /** Starts editing; with a text, from that text, else from what is being typed. */
  toEdit(text: string | null): void {
    if (this.mode === 'edit') return;
    this.mode = 'edit';
    delete this.input.dataset['ready'];
    this.box.dataset['editing'] = '';
    if (text === null) return;
    this.input.value = text;
    this.input.setSelectionRange(text.length, text.length);
    this.list?.open(text, false);
  }

  /** What F2 starts from: what was refused, else what is shown. */
  text(): string {
    return this.shown.textContent ?? '';
  }

  /** Takes what was typed and waits again. */
  settle(): void {
    const row = this.row();
    if (this.mode !== 'edit' || !row || !this.column || !this.params) return;
    const text = this.list?.isOpen ? this.list.current ?? this.input.value : this.input.value;
    const before = this.text();
    this.mode = 'ready';
    // A refused text may be sent again as it is: what stood in its way may be gone.
    if (text !== before || this.params.context.failureOf(row.id, this.column.column)) this.params.context.commit(row, this.column, text);
    this.toReady();
  }

  /** Gives up what was typed. */
  cancel(): void {
    this.toReady();
  }

  private pick(word: string): void {
    this.input.value = word;
    this.mode = 'edit';
    this.list?.close();
    this.settle();
  }

  private row(): ListRow | null {
    return this.params?.node.data ?? null;
  }
}
