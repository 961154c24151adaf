-- Room for what comes in between two rounds of the background worker that files new tokens: with the default of 4 MB, about 500 tickets,
-- it was a registration that had to file them all, and every other one waited for it
alter index ticket_search_tokens set (gin_pending_list_limit = 32768);
