/**
 * What goes out, as plain documents: the one source of the pages, the .docx and the .xlsx. Everything in them is words as
 * a reader understands them; ids and codes have become names before they get here.
 */

/** A choice written out as on paper, every option with its box. */
export type Boxes = { kind: 'boxes'; boxes: { name: string; isChosen: boolean }[] };
export type Grid = { kind: 'grid'; columns: string[]; rows: string[][] };

/** A text (lines parted by \n), a numbered list, boxes to tick or a small table. */
export type DocumentValue = string | string[] | Boxes | Grid;

/** Wide rows take the whole width; two narrow ones in a row stand side by side. */
export type DocumentRow = { label: string; value: DocumentValue; isWide: boolean };
export type DocumentSection = { heading: string | null; rows: DocumentRow[] };

/** Who answers for the form; the name and day are known once it has been filled in, else there is a line to sign on. */
export type Signature = { label: string; name: string | null; at: string | null };

export type FormDocument = {
  form: string;
  title: string;
  number: string;
  organisation: string;
  /** False while nobody has filled the form in: it then prints with empty boxes. */
  isFilled: boolean;
  /** Which ticket it is about; one section for each cycle of handling that filled it in; what else happened around it. */
  sections: DocumentSection[];
  signatures: Signature[];
  printedAt: string;
};

export type ArchiveDocument = {
  title: string;
  number: string;
  organisation: string;
  cover: DocumentSection[];
  forms: FormDocument[];
  printedAt: string;
};

/** `instant`: epoch ms, for a reader that keeps dates as dates. */
export type TableCell = { kind: 'text'; text: string } | { kind: 'instant'; at: number; text: string };
/** `width` in characters, a Chinese one counting as two. */
export type TableColumn = { id: string; name: string; kind: 'text' | 'instant'; width: number };

export type TableHead = {
  table: string;
  title: string;
  organisation: string;
  /** In words; empty when nothing bounds it. */
  period: string;
  columns: TableColumn[];
  printedAt: string;
};
export type TableRow = { ticketId: number; cells: TableCell[] };
