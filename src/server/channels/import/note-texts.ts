/** What a row says that no field takes, as one note, or several where it is long; each as long as a note may be. */
const longestNote = 8_000;

export function noteTexts(parts: readonly { name: string; text: string }[]): string[] {
  const notes: string[] = [];
  let note = '';
  for (const { name, text } of parts) {
    const said = `${name}：${text}`;
    const longer = note === '' ? said : `${note}\n${said}`;
    if (longer.length <= longestNote) {
      note = longer;
      continue;
    }
    if (note !== '') notes.push(note);
    note = said;
    while (note.length > longestNote) {
      const cut = cutBefore(note, longestNote);
      notes.push(note.slice(0, cut));
      note = note.slice(cut);
    }
  }
  return note === '' ? notes : [...notes, note];
}

/** Not between the two halves of a character. */
function cutBefore(text: string, at: number): number {
  const code = text.charCodeAt(at - 1);
  return code >= 0xd800 && code <= 0xdbff ? at - 1 : at;
}
