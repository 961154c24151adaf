import { nearest } from '../playbook/nearest.ts';
import { Refusal } from '../refusal.ts';
import { type PhraseLanguage, variablesIn } from './render.ts';
import { isVariable, variableNames, variables } from './variables.ts';

/** What is wrong with a phrase's variables, before it is kept: a mistake in one is seen by whoever makes it, never by a customer. */
export type PhraseMistake = { given: string; nearest: string | null };

export function mistakesIn(text: string): PhraseMistake[] {
  const found: PhraseMistake[] = [];
  const rest = text.replace(/\{\{([^{}]*)\}\}/g, (_, inner: string) => {
    const given = inner.trim();
    if (!isVariable(given)) found.push({ given: `{{${given}}}`, nearest: nearestVariable(given) });
    return '';
  });
  const torn = /\{\{[^{}]{0,30}|[^{}]{0,30}\}\}/.exec(rest)?.[0].trim();
  if (torn !== undefined) found.push({ given: torn, nearest: nearestVariable(torn.replace(/[{}]/g, '').trim()) });
  return found;
}

/** Also found by what the variable is called: people write {{姓名}}. */
function nearestVariable(given: string): string | null {
  if (given === '') return null;
  const byName = variableNames.find((one) => {
    const { zh, en } = variables[one].name;
    return zh.includes(given) || en.toLowerCase().includes(given.toLowerCase());
  });
  const name = nearest(given, variableNames) ?? byName;
  return name === undefined ? null : `{{${name}}}`;
}

type PhraseTexts = Record<'title' | 'text', Record<PhraseLanguage, string>>;

/**
 * One language is enough, but then whole: a title and a text.
 * @throws Refusal phrase.empty, phrase.half, phrase.variable-unknown
 */
export function checkPhrase({ title, text }: PhraseTexts): void {
  if (text.zh === '' && text.en === '') throw new Refusal('phrase.empty', 'text.zh');
  for (const language of ['zh', 'en'] as const) {
    if (text[language] === '' && title[language] !== '') throw new Refusal('phrase.half', `text.${language}`);
    if (text[language] !== '' && title[language] === '') throw new Refusal('phrase.half', `title.${language}`);
    const [mistake] = mistakesIn(text[language]);
    if (!mistake) continue;
    const known = variableNames.map((name) => `{{${name}}}`).join(' ');
    throw new Refusal('phrase.variable-unknown', `text.${language}`, {
      given: mistake.given,
      nearest: mistake.nearest ?? known,
      known: variableNames,
    });
  }
}

/** The variables of a phrase that differ between its two languages: likely a slip, never refused. */
export function variablesApart(text: Record<PhraseLanguage, string>): string[] {
  if (text.zh === '' || text.en === '') return [];
  const zh = variablesIn(text.zh);
  const en = variablesIn(text.en);
  return [...zh.filter((name) => !en.includes(name)), ...en.filter((name) => !zh.includes(name))];
}
