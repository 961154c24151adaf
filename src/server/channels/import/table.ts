/** A list of demands as a file holds it: one header, then rows of texts. */

/** Numbered as a spreadsheet shows it. `problem`: why it cannot be taken, whatever its cells say. */
export type TableRow = { row: number; cells: string[]; problem: string | null };

export type RowSource = {
  /** What was found out about the file, for the person: encoding, delimiter, sheet. */
  about: string;
  rows: AsyncGenerator<TableRow, void, void>;
  /** Share of the file that has been read, 0 to 1. */
  progress: () => number;
};

/** `rows` are read once, with as many cells as the header; leaving them early closes the file. */
export type Table = RowSource & { header: string[]; headerRow: number };

/** The file cannot be read, or not from here on; the message says what to do. */
export class TableError extends Error {
  override readonly name = 'TableError';
}
