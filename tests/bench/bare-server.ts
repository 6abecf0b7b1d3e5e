/** The least a page over local data could be: node:http, raw SQLite, a plain table of 100 rows and a plain input. */
import { createServer } from 'node:http';
import Sqlite from 'better-sqlite3';

const [, , path = ''] = process.argv;

const page = (): string => {
  const db = new Sqlite(path, { readonly: true });
  const rows = db.prepare<[], { id: string; name: string; district: string; employees: number }>('SELECT id, name, district, employees FROM organisation WHERE _del = 0 ORDER BY name LIMIT 100').all();
  db.close();
  return `<!doctype html><meta charset="utf-8"><input aria-label="찾기"><table>${rows.map((row) => `<tr class="row"><td>${row.name}<td>${row.district}<td>${row.employees}`).join('')}</table>`;
};

const server = createServer((_, answer) => answer.setHeader('content-type', 'text/html; charset=utf-8').end(page()));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') console.log(`http://127.0.0.1:${address.port}/`);
});
