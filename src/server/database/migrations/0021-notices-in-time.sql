-- The inbox is in the order of what happened, which is not always the order in which notices were written
drop index notice_by_staff;
create index notice_by_staff on notice (staff_id, at desc, id desc);
