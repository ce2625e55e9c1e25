-- Reading and adding taps asks who may count once per statement, not once per row: `(select …)` is worked out a single time.
-- Without it the sum of a busy moment calls has_role() hundreds of times, and a batch of 500 taps as often again.
alter policy counters_read on tally_row
  using (stek_id = current_stek() and (select has_role(array['community-worker', 'coordinator', 'partner-worker', 'volunteer'])));
alter policy counters_read on tally_entry
  using (stek_id = current_stek() and (select has_role(array['community-worker', 'coordinator', 'partner-worker', 'volunteer', 'funder'])));
alter policy counters_add on tally_entry
  with check (stek_id = current_stek() and (select has_role(array['community-worker', 'coordinator', 'partner-worker', 'volunteer'])));
