-- A booking is written into each index at once, and again at each change of a column that some index has. What is asked by
-- day is found through the day's sessions; who waits, through the numbers of a session.
drop index booking_number, booking_waiting, booking_day;
create unique index booking_number on booking (session, number) include (waiting);

-- PostgreSQL reads each check of a table again for each statement that changes it: one is read once.
alter table session
  drop constraint session_quota_jkn_check,
  drop constraint session_quota_other_check,
  drop constraint session_seconds_each_check,
  drop constraint session_taken_jkn_check,
  drop constraint session_taken_other_check,
  drop constraint session_waiting_check,
  add constraint session_counts
      check (least(quota_jkn, quota_other, taken_jkn, taken_other, waiting) >= 0 and seconds_each > 0);
