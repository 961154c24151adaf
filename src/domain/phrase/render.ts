import { type VariableName, variables } from './variables.ts';

/** From a phrase with variables to words that can be sent. What is not known stays in the text as a marked blank: 【预计时间？】. */

export type PhraseLanguage = 'zh' | 'en';
export type PhraseValues = Partial<Record<VariableName, string>>;
export type PhrasePiece = { text: string; variable: VariableName | null; isBlank: boolean };

const variablePattern = /\{\{\s*(\w+)\s*\}\}/g;

/** The phrase in pieces, so that what was filled in and what is still open can be shown. Unknown names stay as they are written. */
export function renderPieces(text: string, values: PhraseValues, language: PhraseLanguage): PhrasePiece[] {
  const pieces: PhrasePiece[] = [];
  const add = (piece: PhrasePiece) => piece.text !== '' && pieces.push(piece);
  let end = 0;
  for (const match of text.matchAll(variablePattern)) {
    const name = match[1] ?? '';
    if (!Object.hasOwn(variables, name)) continue;
    const variable = name as VariableName;
    const value = withoutDoubledEnd(values[variable]?.trim() ?? '', text[match.index + match[0].length] ?? '');
    add({ text: text.slice(end, match.index), variable: null, isBlank: false });
    add(
      value === ''
        ? { text: blankOf(variable, language), variable, isBlank: true }
        : { text: value, variable, isBlank: false },
    );
    end = match.index + match[0].length;
  }
  add({ text: text.slice(end), variable: null, isBlank: false });
  return pieces;
}

/** What somebody wrote ends with a full stop, and so does the sentence around it: one is enough. */
function withoutDoubledEnd(value: string, next: string): string {
  return /[。．.，,；;！!？?]/.test(next) ? value.replace(/[。．.，,；;]+$/, '') : value;
}

export function renderPhrase(text: string, values: PhraseValues, language: PhraseLanguage): string {
  return renderPieces(text, values, language)
    .map((piece) => piece.text)
    .join('');
}

/** Which variables a phrase leaves open, each once, in order. */
export function variablesIn(text: string): VariableName[] {
  const names = [...text.matchAll(variablePattern)].map((match) => match[1] ?? '');
  return [...new Set(names)].filter((name): name is VariableName => Object.hasOwn(variables, name));
}

export function blankOf(variable: VariableName, language: PhraseLanguage): string {
  return `【${variables[variable].name[language]}？】`;
}

/** A blank somewhere in a text: `from` and `to` in UTF-16 units, as a text area selects. */
export type Blank = { name: string; from: number; to: number };

const everyName = Object.values(variables).flatMap(({ name }) => [name.zh, name.en]);
const blankPattern = new RegExp(`【(${everyName.join('|')})？】`, 'g');

/** Blanks that still have to be filled. Only our own marks count: other words in such brackets are the writer's business. */
export function blanksIn(text: string): Blank[] {
  return [...text.matchAll(blankPattern)].map((match) => ({
    name: match[1] ?? '',
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** Fills a blank that became known after the phrase was inserted, in whichever language it stands. */
export function fillBlank(text: string, variable: VariableName, values: Record<PhraseLanguage, string>): string {
  return text.replaceAll(blankOf(variable, 'zh'), () => values.zh).replaceAll(blankOf(variable, 'en'), () => values.en);
}
