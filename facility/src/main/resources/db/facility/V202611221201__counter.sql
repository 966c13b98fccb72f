-- What the counter and the consulting room need besides.

-- As the doctor is called on labels and copies; empty where only a number was told.
alter table facility.prescription add column prescriber_name text not null default '';

-- The day's queue at the counter, oldest first.
create index prescription_day on facility.prescription (facility, written_at);

create index compound_line on facility.compound (line);

-- What a doctor prescribes often: lines as they are sent to be prescribed. Nothing of a patient.
create table facility.favourite (
  facility text not null,
  staff    text not null,
  name     text not null,
  lines    jsonb not null,
  at       timestamptz not null,
  primary key (facility, staff, name)
);
