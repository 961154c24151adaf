/** `1.2 MB`, of 1024 as limits are set and most file managers count. */
export function fileSize(bytes: number): string {
  if (bytes < 1_024) return `${bytes} B`;
  const kilo = bytes / 1_024;
  return kilo < 1_000 ? `${Math.round(kilo)} KB` : `${Math.round((kilo / 1_024) * 10) / 10} MB`;
}
