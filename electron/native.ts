import { dialog, shell, type BrowserWindow } from 'electron';
import { createReadStream } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import type { Native } from './front.ts';
import { invalid, notHere, refuse } from './refusals.ts';

/** What the desktop window can do beyond a browser: the names below /shell/ that GET /shell lists. */
const can = ['save-dialog', 'open-dialog', 'reveal', 'print-pdf'];

/**
 * The paths under /shell for the window. A page names no file by itself: it can write only where a person chose in a dialog,
 * read only what a person chose, and reveal only what was saved so in this run.
 */
export function createNative(currentWindow: () => BrowserWindow | undefined): Native {
  const saved = new Set<string>();

  /** POST /shell/save-dialog?name=… with the bytes: asks where, writes, answers `{ path }`; 204 when the person cancelled. */
  async function save(request: Request, window: BrowserWindow, url: URL): Promise<Response> {
    const name = url.searchParams.get('name') ?? '';
    if (name === '') return invalid('파일 이름이 없습니다.');
    const bytes = new Uint8Array(await request.arrayBuffer());
    const { canceled, filePath } = await dialog.showSaveDialog(window, { title: '저장', defaultPath: basename(name) });
    if (canceled || filePath === '') return new Response(null, { status: 204 });
    try {
      await writeFile(filePath, bytes);
    } catch {
      return invalid('이 위치에 저장하지 못했습니다. 파일이 열려 있는지, 남은 공간과 쓰기 권한을 확인하세요.');
    }
    saved.add(filePath);
    return Response.json({ path: filePath });
  }

  /** POST /shell/open-dialog?kinds=csv,xlsx: the bytes of the chosen file, its name in content-disposition; 204 when cancelled. */
  async function open(window: BrowserWindow, url: URL): Promise<Response> {
    const kinds = (url.searchParams.get('kinds') ?? '').split(',').filter(Boolean);
    const filters = kinds.length === 0 ? [] : [{ name: kinds.join(', '), extensions: kinds }];
    const { canceled, filePaths } = await dialog.showOpenDialog(window, { title: '열기', properties: ['openFile'], filters });
    const [path] = filePaths;
    if (canceled || path === undefined) return new Response(null, { status: 204 });
    const { size } = await stat(path);
    return new Response(Readable.toWeb(createReadStream(path)), {
      headers: {
        'content-type': 'application/octet-stream',
        'content-length': String(size),
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(basename(path))}`,
      },
    });
  }

  /** POST /shell/reveal `{ path }`: shows a file saved in this run in the file manager. */
  async function reveal(request: Request): Promise<Response> {
    const asked: unknown = await request.json().catch(() => undefined);
    const path = typeof asked === 'object' && asked !== null && 'path' in asked && typeof asked.path === 'string' ? asked.path : '';
    if (!saved.has(path)) return refuse(403, 'only a file saved in this run is shown');
    shell.showItemInFolder(path);
    return new Response(null, { status: 204 });
  }

  /** POST /shell/print-pdf: the page as it would print, as a PDF; paper and margins are those of its @page rules. */
  async function printPdf(window: BrowserWindow): Promise<Response> {
    const pdf = await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true });
    return new Response(new Uint8Array(pdf), { headers: { 'content-type': 'application/pdf', 'content-length': String(pdf.byteLength) } });
  }

  return async (request) => {
    const url = new URL(request.url);
    if (url.pathname === '/shell' && request.method === 'GET') return Response.json({ shell: 'electron', platform: process.platform, can });
    const window = currentWindow();
    if (window === undefined || request.method !== 'POST') return notHere();
    if (url.pathname === '/shell/save-dialog') return await save(request, window, url);
    if (url.pathname === '/shell/open-dialog') return await open(window, url);
    if (url.pathname === '/shell/reveal') return await reveal(request);
    if (url.pathname === '/shell/print-pdf') return await printPdf(window);
    return notHere();
  };
}
