import { type ReactNode, useMemo, useState } from 'react';
import type { CoordinationView } from '../../../../contract/coordination.ts';
import type { Answers } from '../../../../domain/ticket/events.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { browserStorage, draftKey, readDraft } from '../../form/drafts.ts';
import { FormFields } from '../../form/form-fields.tsx';
import { CommandDialog } from '../actions/command-dialog.tsx';
import { viaOptions } from '../composer/via-options.ts';
import { useTicket } from '../ticket-context.tsx';
import { type Ask, dialogForm, hintKey, nameOf } from './dialog-form.ts';
import { dialogTexts } from './dialog-texts.ts';
import { RowFields } from './row-fields.tsx';
import { knownCells, rowCount, rowFields, withRows } from './rows.ts';
import { useParties } from './use-parties.ts';

type Props = { ask: Ask; coordination: CoordinationView; onClose: () => void };

/** Asks for what a step between departments needs. */
export function CoordinationDialog({ ask, coordination, onClose }: Props): ReactNode {
  const t = useTexts(dialogTexts);
  const { detail, playbook, me } = useTicket();
  const { parties, formPlaybook, nameOf: partyName } = useParties(coordination);
  const made = useMemo(
    () =>
      dialogForm(ask, {
        detail,
        coordination,
        parties,
        vias: viaOptions(playbook.channels).filter(({ id }) => id !== 'portal'),
        me: me.id,
      }),
    [ask, detail, coordination, parties, playbook, me],
  );
  const groups = useMemo(() => made.rows ?? [], [made]);
  const about = aboutOf(ask);
  const [counts, setCounts] = useState<Record<string, number>>(() => {
    const draft = readDraft(browserStorage(), draftKey(me.id, ['ticket', detail.id, ...about]), Date.now());
    return Object.fromEntries(groups.map((group) => [group.id, rowCount(group, draft?.values ?? {})]));
  });
  const form = useMemo(() => {
    const rows = groups.flatMap((group) =>
      Array.from({ length: counts[group.id] ?? group.least }, (_, row) => rowFields(group, row)).flat(),
    );
    return { id: ask.do, name: nameOf(ask), printed: false, fields: [...made.fields, ...rows] };
  }, [ask, made, groups, counts]);
  const known = useMemo(() => Object.assign({}, made.known, ...groups.map(knownCells)) as Answers, [made, groups]);

  return (
    <CommandDialog
      action={ask.do}
      form={form}
      known={known}
      playbook={formPlaybook}
      about={about}
      hint={t(hintKey(ask))}
      bodyOf={(answers) => ({ ...spoken(withRows(groups, answers), partyName), ...made.fixed })}
      isDanger={dangerous.has(ask.do)}
      {...(withFiles.has(ask.do) ? { files: 'may' as const } : {})}
      onClose={onClose}
      draw={(state, prefix, isDisabled) => (
        <>
          <FormFields
            playbook={formPlaybook}
            state={state}
            prefix={prefix}
            isDisabled={isDisabled}
            fields={made.fields}
            always={made.always ?? []}
          />
          {groups.map((group) => (
            <RowFields
              key={group.id}
              group={group}
              count={counts[group.id] ?? group.least}
              onCount={(count) => setCounts((all) => ({ ...all, [group.id]: count }))}
              playbook={formPlaybook}
              state={state}
              prefix={prefix}
              isDisabled={isDisabled}
            />
          ))}
        </>
      )}
    />
  );
}

const withFiles: ReadonlySet<Ask['do']> = new Set([
  'note-contact',
  'assign-task',
  'finish-task',
  'send-letter',
  'record-minutes',
  'circulate-solution',
]);

const dangerous: ReadonlySet<Ask['do']> = new Set([
  'drop-party',
  'cancel-task',
  'withdraw-letter',
  'cancel-meeting',
  'overrule-solution',
]);

export function aboutOf(ask: Ask): (string | number)[] {
  if (ask.do === 'name-party') return [ask.do, ask.kind];
  return [ask.do, ...(ask.item === null ? [] : [ask.item]), ...(ask.party === undefined ? [] : [ask.party])];
}

/** A statement is kept as it was spoken: who, then what. */
function spoken(body: Record<string, unknown>, partyName: (id: string) => string): Record<string, unknown> {
  if (!Array.isArray(body.statements)) return body;
  const statements = body.statements as { who?: string; said: string }[];
  return { ...body, statements: statements.map(({ who, said }) => (who ? `${partyName(who)}：${said}` : said)) };
}
