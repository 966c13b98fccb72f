-- A parcel's row changes three to five times in its short life, and each time every index of it is written again. The
-- line's index serves those who wait as well; the one by state was read by nothing.
drop index parcel_state;
drop index parcel_waiting;
drop index parcel_line;
create index parcel_line on parcel (remote, key, id);
