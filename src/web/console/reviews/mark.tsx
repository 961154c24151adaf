import { WarningFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Tag } from '../../ui/tag.tsx';

/** What a review is to look at: by icon, word and colour. */
export function Mark({ tone, children }: { tone: 'bad' | 'watch'; children: ReactNode }): ReactNode {
  return (
    <Tag isSmall tone={tone === 'bad' ? 'red' : 'amber'}>
      <WarningFilled aria-hidden /> {children}
    </Tag>
  );
}
