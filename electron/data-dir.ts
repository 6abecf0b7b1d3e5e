import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the data of this person lives when nobody says otherwise: the application-data folder of the operating system. */
export function defaultDataDir(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'ClusterDesk');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'ClusterDesk');
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'clusterdesk');
}
