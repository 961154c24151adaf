/**
 * Statutory holidays of mainland China and the make-up working days 调休 that pay for them, as announced each year
 * by the State Council's General Office: 国办发明电〔2022〕16号, 〔2023〕7号, 〔2024〕12号, 〔2025〕7号.
 */
export type CnHoliday = {
  readonly name: string;
  /** First and last day off, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** Weekend days that are worked instead. */
  readonly makeUp: readonly string[];
};

/** Years that are complete; later ones are plain weeks until they are announced and imported. */
export const cnYears: readonly number[] = [2023, 2024, 2025, 2026];

export const cnHolidays: readonly CnHoliday[] = [
  { name: '元旦', from: '2023-01-01', to: '2023-01-02', makeUp: [] },
  { name: '春节', from: '2023-01-21', to: '2023-01-27', makeUp: ['2023-01-28', '2023-01-29'] },
  { name: '清明节', from: '2023-04-05', to: '2023-04-05', makeUp: [] },
  { name: '劳动节', from: '2023-04-29', to: '2023-05-03', makeUp: ['2023-04-23', '2023-05-06'] },
  { name: '端午节', from: '2023-06-22', to: '2023-06-24', makeUp: ['2023-06-25'] },
  { name: '中秋节、国庆节', from: '2023-09-29', to: '2023-10-06', makeUp: ['2023-10-07', '2023-10-08'] },

  { name: '元旦', from: '2023-12-30', to: '2024-01-01', makeUp: [] },
  { name: '春节', from: '2024-02-10', to: '2024-02-17', makeUp: ['2024-02-04', '2024-02-18'] },
  { name: '清明节', from: '2024-04-04', to: '2024-04-06', makeUp: ['2024-04-07'] },
  { name: '劳动节', from: '2024-05-01', to: '2024-05-05', makeUp: ['2024-04-28', '2024-05-11'] },
  { name: '端午节', from: '2024-06-08', to: '2024-06-10', makeUp: [] },
  { name: '中秋节', from: '2024-09-15', to: '2024-09-17', makeUp: ['2024-09-14'] },
  { name: '国庆节', from: '2024-10-01', to: '2024-10-07', makeUp: ['2024-09-29', '2024-10-12'] },

  { name: '元旦', from: '2025-01-01', to: '2025-01-01', makeUp: [] },
  { name: '春节', from: '2025-01-28', to: '2025-02-04', makeUp: ['2025-01-26', '2025-02-08'] },
  { name: '清明节', from: '2025-04-04', to: '2025-04-06', makeUp: [] },
  { name: '劳动节', from: '2025-05-01', to: '2025-05-05', makeUp: ['2025-04-27'] },
  { name: '端午节', from: '2025-05-31', to: '2025-06-02', makeUp: [] },
  { name: '国庆节、中秋节', from: '2025-10-01', to: '2025-10-08', makeUp: ['2025-09-28', '2025-10-11'] },

  { name: '元旦', from: '2026-01-01', to: '2026-01-03', makeUp: ['2026-01-04'] },
  { name: '春节', from: '2026-02-15', to: '2026-02-23', makeUp: ['2026-02-14', '2026-02-28'] },
  { name: '清明节', from: '2026-04-04', to: '2026-04-06', makeUp: [] },
  { name: '劳动节', from: '2026-05-01', to: '2026-05-05', makeUp: ['2026-05-09'] },
  { name: '端午节', from: '2026-06-19', to: '2026-06-21', makeUp: [] },
  { name: '中秋节', from: '2026-09-25', to: '2026-09-27', makeUp: [] },
  { name: '国庆节', from: '2026-10-01', to: '2026-10-07', makeUp: ['2026-09-20', '2026-10-10'] },
];
