-- What was told of the doors stays as it was told: a service that is removed from the guide leaves its id in the tally, where it stands for nothing
-- any more. Emptied, its handovers fell out of what was named before, and two looks at the page could be subtracted.
alter table handover_outcome drop constraint handover_outcome_stek_id_service_id_fkey;
