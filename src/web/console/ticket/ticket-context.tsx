import { useQueries } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { MeView } from '../../../contract/organisation.ts';
import type { ActionView, TicketDetail } from '../../../contract/ticket.ts';
import type { Playbook } from '../../../domain/playbook/schema.ts';
import { withEarlier } from '../../../domain/playbook/with-earlier.ts';
import type { InformKind } from '../../../domain/ticket/events.ts';
import { queries } from '../../api/queries.ts';
import type { ActionName, DialogAction } from './actions/action-forms.ts';

export type ComposerMode = 'customer' | 'note';
/** A wish to write something, from anywhere on the page: the composer opens in that mode, with that kind chosen and that text put in. */
export type ComposerRequest = { mode: ComposerMode; kind: InformKind | null; text: string | null; serial: number };

type TicketValue = {
  detail: TicketDetail;
  /** What the ticket is run by now. */
  playbook: Playbook;
  /** The same with what earlier versions had besides: for naming what it went through under them. */
  history: Playbook;
  me: MeView;
  action: (name: ActionName) => ActionView;
  openDialog: DialogAction | null;
  setOpenDialog: (action: DialogAction | null) => void;
  composer: ComposerRequest;
  compose: (mode: ComposerMode, kind?: InformKind, text?: string) => void;
};

const Context = createContext<TicketValue | null>(null);

type Props = { detail: TicketDetail; playbook: Playbook; me: MeView; children: ReactNode };

/** The ticket that the page is about, and what its parts ask of each other. */
export function TicketProvider({ detail, playbook, me, children }: Props): ReactNode {
  const history = useHistory(detail, playbook);
  const [openDialog, setOpenDialog] = useState<DialogAction | null>(null);
  const [composer, setComposer] = useState<ComposerRequest>({ mode: 'customer', kind: null, text: null, serial: 0 });
  const value = useMemo<TicketValue>(
    () => ({
      detail,
      playbook,
      history,
      me,
      action: (name) => detail.actions.find((one) => one.do === name) ?? { do: name, isAllowed: false },
      openDialog,
      setOpenDialog,
      composer,
      compose: (mode, kind, text) =>
        setComposer(({ serial }) => ({ mode, kind: kind ?? null, text: text ?? null, serial: serial + 1 })),
    }),
    [detail, playbook, history, me, openDialog, composer],
  );
  return <Context value={value}>{children}</Context>;
}

function useHistory({ playbook: id, earlierVersions = [] }: TicketDetail, playbook: Playbook): Playbook {
  const results = useQueries({ queries: earlierVersions.map((version) => queries.playbook(id, version)) });
  const known = results.flatMap(({ data }) => data ?? []);
  const key = known.map(({ version }) => version).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a version never changes, so which are known says all
  return useMemo(() => withEarlier(playbook, known), [playbook, key]);
}

/** What parties outside are called on this ticket, by their ids; nothing where no ticket is open. */
export function usePartyNames(): ReadonlyMap<string, string> {
  const coordination = useContext(Context)?.detail.coordination;
  return useMemo(
    () => new Map((coordination?.parties ?? []).filter(({ name }) => name !== '').map(({ id, name }) => [id, name])),
    [coordination],
  );
}

export function useTicket(): TicketValue {
  const value = useContext(Context);
  if (!value) throw new Error('useTicket outside of TicketProvider');
  return value;
}
