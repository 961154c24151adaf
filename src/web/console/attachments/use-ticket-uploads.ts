import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ApiProblem } from '../../api/api-problem.ts';
import { queries } from '../../api/queries.ts';
import { type Uploads, useUploads } from '../../api/use-uploads.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { fileSize } from '../../ui/file-size.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { attachmentTexts } from './texts.ts';

/** Files for a ticket; for one that is yet to be registered (`null`) they wait. */
export function useTicketUploads(ticketId: number | null): Uploads {
  const t = useTexts(attachmentTexts);
  const limit = useFileLimit();
  const languageTag = useLocale();
  const target = useMemo(
    () => (ticketId === null ? null : { path: `/tickets/${ticketId}/attachments`, languageTag }),
    [ticketId, languageTag],
  );
  const refuse = (file: File) => {
    if (limit === undefined || file.size <= limit) return null;
    const title = t('too-large.title', { limit: fileSize(limit) });
    return new ApiProblem(413, { code: 'attachment.too-large', title, remedy: t('too-large.remedy') });
  };
  return useUploads(target, refuse);
}

export function useFileLimit(): number | undefined {
  return useQuery(queries.door()).data?.attachmentLimits.bytes;
}

/** Why what was written cannot be sent yet, by its text; null when it can. */
export function whyNotYet({ isBusy, hasFailed }: Pick<Uploads, 'isBusy' | 'hasFailed'>): 'busy' | 'failed' | null {
  if (hasFailed) return 'failed';
  return isBusy ? 'busy' : null;
}
