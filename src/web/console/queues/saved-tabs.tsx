import { EllipsisOutlined, PlusOutlined, TeamOutlined, UndoOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { App, Button, Dropdown } from 'antd';
import { type ReactNode, useState } from 'react';
import { filterCount, isSameSearch, type QueueView, searchToSave } from '../../../contract/queue-search.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../app/paths.ts';
import { Tab, TabNumber } from '../app/tabs.tsx';
import type { QueueSearch } from './search.ts';
import { texts } from './texts.ts';
import type { useSavedViews } from './use-saved-views.ts';
import { ViewDialog } from './view-dialog.tsx';

type Saved = ReturnType<typeof useSavedViews>;

/** Saved views beside the built-in ones. The address is the state: a tab is the one whose filters stand there. */
export function SavedTabs({ search, saved }: { search: QueueSearch; saved: Saved }): ReactNode {
  const current = searchToSave(search);
  return saved.items.map((view) => (
    <SavedTab key={view.id} view={view} isCurrent={isSameSearch(view.search, current)} />
  ));
}

function SavedTab({ view, isCurrent }: { view: QueueView; isCurrent: boolean }): ReactNode {
  const t = useTexts(texts);
  const isGone = view.count === null;
  return (
    <Tab
      to={paths.queues(view.search)}
      isCurrent={isCurrent}
      title={isGone ? t('views.gone') : view.isShared ? t('views.shared') : undefined}
    >
      {view.isShared ? <TeamOutlined aria-label={t('views.shared')} /> : null}
      {view.name}
      <TabNumber>{isGone ? '!' : (view.count ?? 0) >= 1_000 ? '999+' : view.count}</TabNumber>
    </Tab>
  );
}

/** After its filters were changed: to put them back as the view has them. */
function BackToView({ view }: { view: QueueView }): ReactNode {
  const t = useTexts(texts);
  const navigate = useNavigate();
  return (
    <Button type="link" icon={<UndoOutlined />} onClick={() => void navigate(paths.queues(view.search))}>
      {t('views.back', { name: view.name })}
    </Button>
  );
}

/** Beside the filters: save them, or change the saved view whose filters they are. */
export function SavedActions({ search, saved }: { search: QueueSearch; saved: Saved }): ReactNode {
  const t = useTexts(texts);
  const { modal } = App.useApp();
  const [dialog, setDialog] = useState<'create' | 'rename' | null>(null);
  const current = searchToSave(search);
  const view = saved.items.find((one) => isSameSearch(one.search, current));
  const [lastId, setLastId] = useState<number | null>(null);
  if (view && view.id !== lastId) setLastId(view.id);
  const left = view ? undefined : saved.items.find(({ id }) => id === lastId);
  const close = () => setDialog(null);
  const ask = (one: QueueView) =>
    modal.confirm({
      title: t('views.deleteConfirm', { name: one.name }),
      okText: t('views.delete'),
      okButtonProps: { danger: true },
      onOk: () => saved.remove.mutateAsync(one),
    });
  if (view?.mayChange) {
    const items = [
      { key: 'rename', label: t('views.rename'), onClick: () => setDialog('rename') },
      { key: 'delete', label: t('views.delete'), danger: true, onClick: () => void ask(view) },
    ];
    return (
      <>
        <Dropdown trigger={['click']} menu={{ items }}>
          <Button icon={<EllipsisOutlined />} aria-label={t('views.menu', { name: view.name })} aria-haspopup="menu" />
        </Dropdown>
        {dialog === 'rename' ? (
          <ViewDialog
            title={t('views.renameTitle')}
            start={{ name: view.name, isShared: view.isShared }}
            mayShare={saved.mayShare}
            isSaving={saved.change.isPending}
            onSave={(values) => saved.change.mutate({ id: view.id, ...values }, { onSuccess: close })}
            onClose={close}
          />
        ) : null}
      </>
    );
  }
  const mayCreate = !view && filterCount(search) > 0;
  return (
    <>
      {left ? <BackToView view={left} /> : null}
      {mayCreate ? (
        <Button type="link" icon={<PlusOutlined />} onClick={() => setDialog('create')}>
          {t('views.save')}
        </Button>
      ) : null}
      {dialog === 'create' ? (
        <ViewDialog
          title={t('views.saveTitle')}
          start={{ name: '', isShared: false }}
          mayShare={saved.mayShare}
          isSaving={saved.create.isPending}
          onSave={(values) => saved.create.mutate({ ...values, search: current }, { onSuccess: close })}
          onClose={close}
        />
      ) : null}
    </>
  );
}
