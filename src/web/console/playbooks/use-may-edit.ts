import { playbookRights } from '../../../domain/access/playbook-rules.ts';
import { useHasRole } from '../../api/session.ts';

/** Managers and administrators write playbooks; supervisors look into drafts and versions; everybody else sees what is in force. */
export const useMayEdit = (): boolean => useHasRole(...playbookRights['playbook.edit']);
export const useMaySee = (): boolean => useHasRole(...playbookRights['playbook.see']);
