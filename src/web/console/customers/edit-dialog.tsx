import { App } from 'antd';
import { type ReactNode, useId, useMemo } from 'react';
import type { CustomerView } from '../../../contract/customer.ts';
import { useMe } from '../../api/session.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { texts as uiTexts } from '../../ui/texts.ts';
import { useSayProblem } from '../../ui/use-say-problem.ts';
import { DraftNotice } from '../form/draft-notice.tsx';
import { jumpToField } from '../form/field-ids.ts';
import { FormFields } from '../form/form-fields.tsx';
import { noPlaybook } from '../form/options.ts';
import { usePlaybookForm } from '../form/use-playbook-form.ts';
import { WritingForm } from '../form/writing-form.tsx';
import { useCustomerOptions } from './customer-options.ts';
import { editForm, knownOf, patchOf } from './edit-form.ts';
import { texts } from './texts.ts';
import { useChangeCustomer } from './use-change-customer.ts';

export function EditDialog({ customer, onClose }: { customer: CustomerView; onClose: () => void }): ReactNode {
  const t = useTexts(texts);
  const ui = useTexts(uiTexts);
  const prefix = useId();
  const { message } = App.useApp();
  const sayProblem = useSayProblem();
  const { types, channels } = useCustomerOptions();
  const form = useMemo(() => editForm(types, channels, customer.contact), [types, channels, customer.contact]);
  const known = useMemo(() => knownOf(customer), [customer]);
  const about = ['customer', customer.id];
  const state = usePlaybookForm({ playbook: noPlaybook, form, known, staffId: useMe().id, about });
  const save = useChangeCustomer(customer.id);

  const submit = () => {
    const wrong = state.check();
    if (wrong !== null) return jumpToField(prefix, wrong);
    const patch = patchOf(customer, state.values);
    if (Object.keys(patch).length === 0) return void message.info(t('edit.nothing'));
    save.mutate(patch, {
      onSuccess: () => {
        state.clear();
        void message.success(t('edit.saved'));
        onClose();
      },
      onError: (error) => {
        const { first } = state.refuse(error);
        if (first === null) sayProblem(error);
        else jumpToField(prefix, first);
      },
    });
  };

  return (
    <Dialog
      open
      title={t('edit.title')}
      onCancel={onClose}
      onOk={submit}
      okText={ui('save')}
      confirmLoading={save.isPending}
      mask={{ closable: false }}
      width={620}
    >
      <WritingForm label={t('edit.title')} onSubmit={submit} isBusy={save.isPending}>
        <DraftNotice at={state.restoredAt} onDiscard={state.clear} />
        <FormFields playbook={noPlaybook} state={state} prefix={prefix} isDisabled={save.isPending} />
      </WritingForm>
    </Dialog>
  );
}
