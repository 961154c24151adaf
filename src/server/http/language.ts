export type Language = 'zh' | 'en';

/** The language of `Accept-Language` with the highest weight that there are texts in; Chinese when it names neither. */
export function chooseLanguage(header: string | undefined): Language {
  let best: { language: Language; weight: number } = { language: 'zh', weight: 0 };
  for (const part of (header ?? '').slice(0, 500).split(',')) {
    const [tag = '', parameter = ''] = part.trim().toLowerCase().split(';');
    const weight = parameter.trim().startsWith('q=') ? Number(parameter.trim().slice(2)) : 1;
    const primary = tag.split('-')[0];
    if ((primary === 'zh' || primary === 'en') && weight > best.weight) best = { language: primary, weight };
  }
  return best.language;
}
