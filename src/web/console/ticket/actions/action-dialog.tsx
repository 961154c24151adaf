import { type ReactNode, useMemo } from 'react';
import { useTexts } from '../../../i18n/use-texts.ts';
import { useTicket } from '../ticket-context.tsx';
import { actionBody, actionForm, type DialogAction } from './action-forms.ts';
import { CommandDialog } from './command-dialog.tsx';
import { actionTexts } from './texts.ts';

/** Where people have something to show besides words. */
const withFiles: ReadonlySet<DialogAction> = new Set([
  'attach',
  'record-reply',
  'record-progress',
  'hand-off',
  'bounce',
]);

/** The open action's dialog. */
export function ActionDialog(): ReactNode {
  const { openDialog, setOpenDialog, detail } = useTicket();
  if (openDialog === null) return null;
  return <Dialog key={`${detail.id}.${openDialog}`} action={openDialog} onClose={() => setOpenDialog(null)} />;
}

function Dialog({ action, onClose }: { action: DialogAction; onClose: () => void }): ReactNode {
  const t = useTexts(actionTexts);
  const { detail, playbook } = useTicket();
  const { form, known } = useMemo(() => actionForm(action, playbook, detail), [action, playbook, detail]);
  const files = action === 'attach' ? ('must' as const) : ('may' as const);
  return (
    <CommandDialog
      action={action}
      form={form}
      known={known}
      about={[action]}
      hint={t(`${action}.hint`)}
      bodyOf={(answers) => actionBody(action, answers, detail)}
      isDanger={action === 'dismiss'}
      {...(withFiles.has(action) ? { files } : {})}
      onClose={onClose}
    />
  );
}
