/** Takes a file of the person's disk to the application. */
import { api } from '../../api.ts';
import { changeImport, importState, takeFile } from './import-state.ts';

/** The application takes files up to this size; a larger one is not even read. */
const largest = 100_000_000;

const refusal = (message: string): Error => Object.assign(new Error(message), { name: 'Refusal', code: 'invalid', details: [] });

const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result.replace(/^[^,]*,/, '') : '');
    // A folder, a file gone meanwhile, or one that another program holds.
    reader.onerror = () => reject(refusal('파일을 읽지 못했습니다. 폴더가 아닌지, 다른 프로그램에서 열려 있지 않은지 확인해 주세요.'));
    reader.readAsDataURL(file);
  });

/** Reads files that were dropped or chosen; the last one asked for wins. What cannot be taken is said on the page. */
export const openFiles = async (files: readonly File[]): Promise<void> => {
  const [file] = files;
  if (!file) return;
  changeImport({ reading: file.name });
  try {
    if (files.length > 1) throw refusal('파일을 한 번에 하나씩 가져옵니다. 하나만 골라 주세요.');
    if (file.size > largest) throw refusal('파일이 100 MB를 넘습니다. 나누어 가져오세요.');
    // The application says which file is empty; an empty base64 text it would not even look at.
    if (file.size === 0) throw refusal('빈 파일입니다. 내용이 있는 CSV 파일을 골라 주세요.');
    const opened = await api.imports.open.mutate({ name: file.name, base64: await base64Of(file) });
    if (importState().reading === file.name) takeFile(opened);
  } catch (error) {
    if (importState().reading === file.name) changeImport({ reading: null, failure: { name: file.name, error } });
  }
};
