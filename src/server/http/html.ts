/** HTML made of templates whose values are escaped unless they are HTML themselves. */
export type Html = { readonly markup: string; toString(): string };

export function html(strings: TemplateStringsArray, ...values: (string | Html)[]): Html {
  return raw(strings.reduce((all, text, index) => `${all}${render(values[index - 1])}${text}`));
}

export function join(parts: readonly Html[], between = '\n'): Html {
  return raw(parts.map(({ markup }) => markup).join(between));
}

function raw(markup: string): Html {
  return { markup, toString: () => markup };
}

function render(value: string | Html | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? escapeHtml(value) : value.markup;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
