/** Prints what is in `.cd-print` alone, on A4, with page numbers and who printed it when in the margin. */

const stamp = new Intl.DateTimeFormat('ko-KR', { year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false });
const quoted = (text: string): string => `"${text.replace(/["\\\n]/g, ' ')}"`;

export type PageTurn = 'landscape' | 'portrait';

const pageRules = (printedBy: string, turn: PageTurn, at: Date): string => `
@page {
  size: A4 ${turn}; margin: 13mm 12mm 15mm;
  @bottom-left { content: "클러스터데스크"; font: 8pt Pretendard; color: #464c53; }
  @bottom-center { content: "- " counter(page) " / " counter(pages) " -"; font: 8pt Pretendard; color: #1e2124; }
  @bottom-right { content: ${quoted(`출력 ${printedBy} · ${stamp.format(at)}`)}; font: 8pt Pretendard; color: #464c53; }
}`;

/**
 * Opens the print dialogue; resolves when it has closed. The rules hold only meanwhile, as other screens print other pages.
 * @param printedBy name of the user, printed in the margin
 */
export const printPage = async (printedBy: string, turn: PageTurn = 'landscape', at = new Date()): Promise<void> => {
  const rules = new CSSStyleSheet();
  rules.replaceSync(pageRules(printedBy, turn, at));
  document.adoptedStyleSheets.push(rules);
  document.documentElement.dataset['print'] = 'report';
  const ended = new Promise<void>((resolve) => { window.addEventListener('afterprint', () => resolve(), { once: true }); });
  // The weights that only the sheet uses are not loaded yet.
  await Promise.all([400, 700].map((weight) => document.fonts.load(`${weight} 12px Pretendard`, '가A1')));
  await document.fonts.ready;
  window.print();
  await ended;
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== rules);
  delete document.documentElement.dataset['print'];
};
