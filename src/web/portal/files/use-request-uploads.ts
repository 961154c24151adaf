import { useMemo } from 'react';
import { ApiProblem } from '../../api/api-problem.ts';
import { type Uploads, useUploads } from '../../api/use-uploads.ts';
import { fileSize } from '../../ui/file-size.ts';
import type { PortalKey } from '../api.ts';
import { currentTag, useSay } from '../language.ts';

/** Files for a request that was made, or (`null`) is yet to be; `limitBytes` as the door says, where it was asked. */
export function useRequestUploads(access: PortalKey | null, limitBytes?: number): Uploads {
  const say = useSay();
  const target = useMemo(
    () =>
      access && {
        path: '/portal/attachments',
        fields: { key: JSON.stringify({ number: access.number, contact: access.contact }) },
        languageTag: currentTag(),
      },
    [access],
  );
  return useUploads(target, (file) => {
    if (limitBytes === undefined || file.size <= limitBytes) return null;
    const title = say('files.tooLarge', { limit: fileSize(limitBytes) });
    return new ApiProblem(413, { code: 'attachment.too-large', title, remedy: say('files.tooLargeRemedy') });
  });
}
