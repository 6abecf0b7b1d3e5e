/** A column's filter as the grid knows it: an empty box and its model. What is in the box, React draws (`GridFilters.tsx`). */
import type { IFilterComp, IFilterParams } from 'ag-grid-community';
import type { Filter, ListRow } from '../../../db/kernel/list-types.ts';
import type { CellHost } from './cell-input.ts';

/** The filters of one grid that have been opened so far. */
export class FilterShells {
  private all: readonly FilterShell[] = [];
  private readonly listeners = new Set<() => void>();

  readonly list = (): readonly FilterShell[] => this.all;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => { this.listeners.delete(listener); };
  };

  add(shell: FilterShell): void { this.set([...this.all, shell]); }
  remove(shell: FilterShell): void { this.set(this.all.filter((one) => one !== shell)); }
  changed(): void { this.set([...this.all]); }

  private set(next: readonly FilterShell[]): void {
    this.all = next;
    for (const listener of this.listeners) listener();
  }
}

export class FilterShell implements IFilterComp<ListRow> {
  readonly box = document.createElement('div');
  model: Filter | null = null;
  column = '';
  /** How often it has been opened. */
  shown = 0;
  private params: IFilterParams<ListRow, CellHost> | null = null;

  init(params: IFilterParams<ListRow, CellHost>): void {
    this.params = params;
    this.column = params.column.getColId();
    params.context.filters.add(this);
  }

  getGui(): HTMLElement { return this.box; }
  isFilterActive(): boolean { return this.model !== null; }
  /** The rows are filtered by the application. */
  doesFilterPass(): boolean { return true; }
  getModel(): Filter | null { return this.model; }

  setModel(model: Filter | null): void {
    this.model = model;
    this.params?.context.filters.changed();
  }

  afterGuiAttached(): void {
    this.shown += 1;
    this.params?.context.filters.changed();
  }

  destroy(): void { this.params?.context.filters.remove(this); }

  /** What a person has set. */
  apply(model: Filter | null): void {
    this.setModel(model);
    this.params?.filterChangedCallback();
  }
}
