/** The list of allowed words under a cell that is being edited; typing part of a word or its initial consonants narrows it. */
import { matchesTyped } from '../form/ChoiceField.tsx';

let made = 0;

export class ChoiceList {
  readonly element = document.createElement('ul');
  private readonly words: readonly string[];
  private readonly onPick: (word: string) => void;
  private shown: string[] = [];
  private active = -1;
  private readonly input: HTMLInputElement;
  /** The words are only offered: none is taken unless it was gone to. */
  private readonly isFree: boolean;

  constructor(input: HTMLInputElement, words: readonly string[], onPick: (word: string) => void, isFree = false) {
    this.input = input;
    this.isFree = isFree;
    this.words = words;
    this.onPick = onPick;
    made += 1;
    this.element.id = `cd-choice-list-${made}`;
    this.element.className = 'cd-choice-list';
    this.element.setAttribute('role', 'listbox');
    this.element.setAttribute('aria-label', '고를 값');
    // The focus must stay in the cell.
    this.element.addEventListener('mousedown', (event) => event.preventDefault());
    this.element.addEventListener('click', (event) => {
      const word = event.target instanceof HTMLElement ? event.target.closest('li')?.dataset['word'] : undefined;
      if (word !== undefined) this.onPick(word);
    });
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-controls', this.element.id);
    input.setAttribute('aria-expanded', 'false');
  }

  get isOpen(): boolean {
    return this.element.isConnected;
  }

  /** The word the arrows stand on, or null. */
  get current(): string | null {
    return this.shown[this.active] ?? null;
  }

  open(text: string, isFilter: boolean): void {
    const box = this.input.getBoundingClientRect();
    const below = window.innerHeight - box.bottom;
    Object.assign(this.element.style, { left: `${box.left}px`, minWidth: `${box.width}px`, ...(below > 220 ? { top: `${box.bottom + 1}px`, bottom: 'auto' } : { top: 'auto', bottom: `${window.innerHeight - box.top + 1}px` }) });
    this.shown = this.words.filter((word) => !isFilter || matchesTyped(word, text));
    this.active = isFilter ? (!this.isFree && this.shown.length > 0 && text.trim() !== '' ? 0 : -1) : this.shown.indexOf(text);
    if (this.isFree && this.shown.length === 0) { this.close(); return; }
    if (!this.isOpen) document.body.append(this.element);
    this.input.setAttribute('aria-expanded', 'true');
    this.draw();
  }

  move(by: number): void {
    if (this.shown.length === 0) return;
    this.active = (this.active + by + this.shown.length) % this.shown.length;
    this.draw();
  }

  close(): void {
    this.element.remove();
    this.active = -1;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }

  private draw(): void {
    this.element.replaceChildren(...this.shown.map((word, index) => {
      const item = document.createElement('li');
      item.id = `${this.element.id}-${index}`;
      item.dataset['word'] = word;
      item.setAttribute('role', 'option');
      item.setAttribute('aria-selected', String(index === this.active));
      item.textContent = word;
      return item;
    }));
    if (this.shown.length === 0) {
      const none = document.createElement('li');
      none.setAttribute('role', 'option');
      none.setAttribute('aria-disabled', 'true');
      none.textContent = '맞는 것이 없습니다.';
      this.element.append(none);
    }
    const active = this.element.children[this.active];
    active?.scrollIntoView({ block: 'nearest' });
    if (active) this.input.setAttribute('aria-activedescendant', active.id);
  }
}
