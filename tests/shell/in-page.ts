import { duties } from './contract.ts';

/** Entry of the contract inside a page: `duty(name, token)` proves one duty with the page's own fetch. */
Object.assign(globalThis, {
  duty: async (name: string, token: string | null): Promise<void> => {
    const found = duties.find((one) => one.name === name);
    if (found === undefined) throw new Error(`no such duty: ${name}`);
    await found.prove({
      ask: (path, init) => {
        const headers = new Headers(init?.headers);
        if (token !== null) headers.set('x-clusterdesk-token', token);
        return fetch(path, { ...init, headers });
      },
    });
  },
});
