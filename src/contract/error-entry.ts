/** One refusal as the reader meets it: HTTP status, what happened and what to do, in both languages. */
export const entry = (status: number, zh: string, en: string, remedyZh: string, remedyEn: string) => ({
  status,
  zh,
  en,
  remedyZh,
  remedyEn,
});
