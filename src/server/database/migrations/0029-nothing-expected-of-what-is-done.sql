-- What is resolved is expected no more: it comes after what a department still owes ------------------------------------------------------
update ticket set expected_at = 'infinity' where expected_at < 'infinity' and status in ('resolved', 'closed');
