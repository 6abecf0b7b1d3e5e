/** What the page says of a bug of its own. */
export type PageReport = { message: string; stack: string; where: string; address: string };

/** What broke in the page, as the error the log shows: what, where it was drawn, at which address, and its own stack. */
export class PageBug extends Error {
  readonly where: string;
  readonly address: string;

  constructor({ message, stack, where, address }: PageReport) {
    super(message);
    this.name = 'PageBug';
    this.where = where;
    this.address = address;
    if (stack !== '') this.stack = `PageBug: ${stack}`;
  }
}
