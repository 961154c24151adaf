import { DownOutlined, GlobalOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import type { PlaybookBrief } from '../../../contract/playbook.ts';
import { usePlaybook } from '../../api/playbook-names.ts';
import { useNames, useTexts } from '../../i18n/use-texts.ts';
import { Loading } from '../../ui/loading.tsx';
import { PlaybookFlow } from './playbook-flow.tsx';
import styles from './playbooks.module.css';
import { texts } from './texts.ts';

export function PlaybookCard({ brief, isOpenAtFirst }: { brief: PlaybookBrief; isOpenAtFirst: boolean }): ReactNode {
  const t = useTexts(texts);
  const names = useNames();
  const playbook = usePlaybook(brief.id);
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const id = useId();
  return (
    <section className={styles.card} aria-labelledby={id}>
      <div className={styles.cardHead}>
        <h2 id={id} className={styles.name}>
          {names(brief.name)}
        </h2>
        <Tag>{t('playbooks.version', { version: brief.version })}</Tag>
        {brief.isPortal ? <Tag icon={<GlobalOutlined />}>{t('playbooks.portal')}</Tag> : null}
      </div>
      <p className={styles.summary}>{names(brief.summary)}</p>
      {playbook ? (
        <p className={styles.facts}>
          {t('playbooks.facts', {
            stages: playbook.stages.length,
            forms: playbook.forms.length,
            clocks: playbook.clocks.length,
          })}
          {' · '}
          <code>{playbook.number}</code>
        </p>
      ) : null}
      {isOpen && playbook ? <PlaybookFlow playbook={playbook} /> : null}
      {isOpen && !playbook ? <Loading rows={3} /> : null}
      <Button
        type="text"
        icon={isOpen ? <UpOutlined /> : <DownOutlined />}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t(isOpen ? 'playbooks.hide' : 'playbooks.show')}
      </Button>
    </section>
  );
}
