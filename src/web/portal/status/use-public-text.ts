import type { PublicIncident } from '../api.ts';
import { useLanguage } from '../language.ts';

/** In English where the organisation wrote it so, else in Chinese. */
export function usePublicText(): (text: PublicIncident['title']) => string {
  const language = useLanguage();
  return (text) => (language === 'en' && text.en !== '' ? text.en : text.zh);
}
