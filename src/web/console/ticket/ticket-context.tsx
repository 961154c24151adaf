import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { MeView } from '../../../contract/organisation.ts';
import type { ActionView, TicketDetail } from '../../../contract/ticket.ts';
import type { Playbook } from '../../../domain/playbook/schema.ts';
import type { InformKind } from '../../../domain/ticket/events.ts';
import type { ActionName, DialogAction } from './actions/action-forms.ts';

export type ComposerMode = 'customer' | 'note';
/** A wish to write something, from anywhere on the page: the composer opens in that mode, with that kind chosen and that text put in. */
export type ComposerRequest = { mode: ComposerMode; kind: InformKind | null; text: string | null; serial: number };

type TicketValue = {
  detail: TicketDetail;
  playbook: Playbook;
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
  const [openDialog, setOpenDialog] = useState<DialogAction | null>(null);
  const [composer, setComposer] = useState<ComposerRequest>({ mode: 'customer', kind: null, text: null, serial: 0 });
  const value = useMemo<TicketValue>(
    () => ({
      detail,
      playbook,
      me,
      action: (name) => detail.actions.find((one) => one.do === name) ?? { do: name, isAllowed: false },
      openDialog,
      setOpenDialog,
      composer,
      compose: (mode, kind, text) =>
        setComposer(({ serial }) => ({ mode, kind: kind ?? null, text: text ?? null, serial: serial + 1 })),
    }),
    [detail, playbook, me, openDialog, composer],
  );
  return <Context value={value}>{children}</Context>;
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
