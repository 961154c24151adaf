/** The libraries that write files are loaded with the first file: they cost a start a quarter of a second and 30 MB. */
export const docx = () => import('./docx/write-docx.ts');
export const xlsx = () => import('./write-xlsx.ts');
export const sheets = () => import('./write-sheets.ts');
