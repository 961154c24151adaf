-- Tickets from before hand-offs were counted and promised times were kept say nothing of either: both are told by their events, as they are
-- folded now. Without this the tracking table would not know them, and rebuilding would find them different ------------------------------
with handed as (
  select ticket_id, count(*) as handoffs from event where type = 'handoff.made' group by ticket_id
), named as (
  select ticket_id, seq, at, actor_kind, actor_id, type,
    coalesce(data ->> 'eta', case type when 'handoff.date-settled' then data ->> 'deadline' end)::bigint as eta
  from event
  where type in ('handoff.accepted', 'handoff.date-settled', 'obstacle.reported', 'solution.proposed', 'customer.informed')
), following as (
  select *, lag(eta) over (partition by ticket_id order by seq) as before from named where eta is not null
), promised as (
  select ticket_id, jsonb_agg(jsonb_build_object(
      'at', round(extract(epoch from at) * 1000)::bigint,
      'by', case actor_kind when 'staff' then actor_id end,
      'eta', eta,
      'on', case type when 'handoff.accepted' then 'accepted' when 'handoff.date-settled' then 'settled'
        when 'obstacle.reported' then 'obstacle' when 'solution.proposed' then 'solution' else 'told' end
    ) order by seq) as promises
  from following where before is distinct from eta group by ticket_id
), told as (
  select id, jsonb_strip_nulls(jsonb_build_object('handoffs', handoffs)) ||
    case when promises is null then '{}' else jsonb_build_object('promises', promises) end as facts
  from ticket left join handed on handed.ticket_id = id left join promised on promised.ticket_id = id
  where handoffs is not null or promises is not null
)
update ticket set facts = ticket.facts::jsonb || told.facts from told
  where ticket.id = told.id and not (ticket.facts::jsonb @> told.facts);
update ticket set expected_at = coalesce(
    to_timestamp((facts ->> 'eta')::numeric / 1000), to_timestamp((facts ->> 'deadline')::numeric / 1000), 'infinity')
  where expected_at is null and facts ->> 'handoffs' is not null;
