/** What leaves the house by a channel: who is told of what. Words about customers stay inside; the console shows them to those who may read. */
export type OutgoingNotice = {
  id: number;
  staffId: number;
  kind: string;
  ticketNumber: string;
};

/**
 * A way in which people are told of their notices. Each notice is handed over once; only when the process dies, or the database fails, between
 * handing over and writing that down does it come again, with the same id.
 */
export type NoticeChannel = {
  id: string;
  /** Throws when they could not be handed over: then all of them come again, as they do when it takes longer than a minute. */
  deliver(notices: readonly OutgoingNotice[]): Promise<void>;
};
