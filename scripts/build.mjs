// `npm run` name `build`: page and shell bundle, fresh, as packaging needs them.
import { buildPage } from './page.mjs';
import { bundleShell } from './shell.mjs';

await buildPage();
await bundleShell();
