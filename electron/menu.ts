/**
 * The menu as plain data; main.ts gives it to Electron. It is a picture of the page's own shortcuts: an accelerator is shown but not
 * registered, so the key reaches the page as in any browser, and a click sends the page that same key. One list of commands, in the
 * page, answers both, and the shell needs no channel into it.
 */
export type MenuEntry =
  | { kind: 'key'; label: string; accelerator: string }
  | { kind: 'role'; label: string; role: 'cut' | 'copy' | 'paste' | 'selectAll' | 'quit' | 'zoomIn' | 'zoomOut' | 'resetZoom' | 'togglefullscreen' | 'reload' }
  | { kind: 'line' };

const key = (label: string, accelerator: string): MenuEntry => ({ kind: 'key', label, accelerator });
const line: MenuEntry = { kind: 'line' };
/** The places of the page's rail in its order (renderer/places.ts): Ctrl+1 is the first. */
const places = ['오늘', '기업', '기관', '애로과제', '상담', '미니클러스터', '회의', '보고', '가져오기'];

export const menu: readonly { label: string; entries: readonly MenuEntry[] }[] = [
  {
    label: '파일(&F)',
    entries: [key('빠른 기록', 'Ctrl+N'), key('저장', 'Ctrl+S'), line, key('인쇄', 'Ctrl+P'), line, { kind: 'role', label: '끝내기', role: 'quit' }],
  },
  {
    label: '편집(&E)',
    entries: [
      key('실행 취소', 'Ctrl+Z'),
      key('다시 실행', 'Ctrl+Shift+Z'),
      line,
      { kind: 'role', label: '잘라내기', role: 'cut' },
      { kind: 'role', label: '복사', role: 'copy' },
      { kind: 'role', label: '붙여넣기', role: 'paste' },
      { kind: 'role', label: '모두 선택', role: 'selectAll' },
      line,
      key('찾기', 'Ctrl+K'),
    ],
  },
  {
    label: '보기(&V)',
    entries: [
      { kind: 'role', label: '크게', role: 'zoomIn' },
      { kind: 'role', label: '작게', role: 'zoomOut' },
      { kind: 'role', label: '원래 크기', role: 'resetZoom' },
      line,
      { kind: 'role', label: '전체 화면', role: 'togglefullscreen' },
      { kind: 'role', label: '새로 고침', role: 'reload' },
    ],
  },
  { label: '이동(&G)', entries: places.map((place, at) => key(place, `Ctrl+${at + 1}`)) },
  { label: '도움말(&H)', entries: [key('단축키와 도움말', 'F1')] },
];

/** `Ctrl+Shift+Z` as Electron's input event wants it; Ctrl is Command on a Mac. */
export function keyEvent(accelerator: string, platform: NodeJS.Platform = process.platform): { keyCode: string; modifiers: ('control' | 'meta' | 'shift' | 'alt')[] } {
  const parts = accelerator.split('+');
  const modifiers = parts.slice(0, -1).map((part) => {
    if (part === 'Ctrl') return platform === 'darwin' ? 'meta' : 'control';
    return part === 'Shift' ? 'shift' : 'alt';
  });
  return { keyCode: parts.at(-1) ?? '', modifiers };
}
