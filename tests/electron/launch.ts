import { _electron, type ElectronApplication } from '@playwright/test';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const names: Partial<Record<NodeJS.Platform, string>> = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };

/** The Electron binary, or undefined: the same places as scripts/electron-binary.mjs. */
export function electronBinary(): string | undefined {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(root, 'node_modules/electron/dist');
  const path = join(folder, names[process.platform] ?? 'electron');
  return existsSync(path) ? path : undefined;
}

/** Why the suite is skipped, or the empty string. */
export const absence: string = electronBinary() === undefined ? 'the Electron binary is not present (npm start downloads it where the network allows)' : '';

/** Starts the bundled desktop shell (dist/shell, made by `npm test`) on `dataDir`, with the stand-in application if asked. */
export async function launchDesktop(options: { standIn?: boolean; dataDir?: string } = {}): Promise<ElectronApplication> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'clusterdesk-electron-'));
  const args = [join(root, 'dist/shell/main.js'), '--data', dataDir, '--page', join(root, 'dist/page')];
  if (options.standIn === true) args.push('--worker', join(root, 'dist/shell/stand-in.js'));
  if (process.platform === 'linux' && process.getuid?.() === 0) args.unshift('--no-sandbox');
  return await _electron.launch({ executablePath: electronBinary() ?? '', args });
}
