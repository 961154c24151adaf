-- Incidents 应急事件: one failure that many tickets are about. All of it is clear: the organisation's own words for the public ------------
create table incident (
  id bigint generated always as identity primary key,
  version int not null,
  number text not null unique,
  status text not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  -- the folded events
  facts jsonb not null
);
create index incident_by_opening on incident (opened_at desc, id desc);
create index incident_open on incident (id) where status = 'open';

create table incident_event (
  incident_id bigint not null references incident (id),
  seq int not null,
  type text not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id bigint,
  data jsonb not null,
  primary key (incident_id, seq)
);
create trigger incident_event_append_only before update or delete on incident_event
  for each row execute function refuse_event_change();

-- One row for each ticket that has to hear one word of an incident (the event `seq`); done in the transaction that writes the ticket
create table incident_telling (
  incident_id bigint not null references incident (id),
  seq int not null,
  ticket_id bigint not null,
  done_at timestamptz,
  -- what became of it: told, resolved, unfinished, returned, or why there was nothing to tell
  outcome text,
  -- why the worker set this row aside, if it did
  fault text,
  primary key (incident_id, seq, ticket_id)
);
create index incident_telling_to_do on incident_telling (incident_id, seq, ticket_id) where done_at is null and fault is null;
create index incident_telling_by_ticket on incident_telling (ticket_id);
