import { readFileSync, writeFileSync } from 'node:fs';

/** Where the window was, in device-independent pixels. */
export interface WindowState {
  x?: number;
  y?: number;
  width: number;
  height: number;
  maximized: boolean;
}

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

const USUAL: WindowState = { width: 1366, height: 820, maximized: false };
const MIN_WIDTH = 960;
const MIN_HEIGHT = 600;

/** The remembered window, or the usual one when the file is missing, damaged, or names a place on no screen that is connected now. */
export function readWindowState(file: string, screens: readonly Area[]): WindowState {
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (!isState(read)) return USUAL;
    const size = { width: Math.max(MIN_WIDTH, read.width), height: Math.max(MIN_HEIGHT, read.height), maximized: read.maximized };
    const { x, y } = read;
    if (x === undefined || y === undefined) return size;
    // The title bar must be reachable with the mouse.
    const reachable = screens.some((screen) => x + size.width > screen.x + 80 && x < screen.x + screen.width - 80 && y >= screen.y - 8 && y < screen.y + screen.height - 40);
    return reachable ? { ...size, x, y } : size;
  } catch {
    return USUAL;
  }
}

/** Remembers the window. A folder that cannot be written costs only the memory of a place. */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(file, JSON.stringify(state));
  } catch (problem) {
    console.error('the place of the window was not saved:', problem);
  }
}

function isState(read: unknown): read is WindowState {
  if (typeof read !== 'object' || read === null) return false;
  const { width, height, maximized, x, y } = read as Record<string, unknown>;
  const place = [x, y].every((one) => one === undefined || Number.isFinite(one));
  return Number.isFinite(width) && Number.isFinite(height) && typeof maximized === 'boolean' && place;
}
