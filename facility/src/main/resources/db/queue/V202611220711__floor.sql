-- Who was called how often, so that whoever did not hear it comes again after the others.
alter table booking add column calls integer not null default 0;
alter table booking add column called_at timestamptz;
create index booking_called on booking (day, called_at) where called_at is not null;
create index booking_day on booking (day);

alter table pharmacy_ticket add column calls integer not null default 0;
alter table pharmacy_ticket add column called_at timestamptz;

-- Screens in waiting rooms. Whoever has the code sees numbers and clinics, and nothing else.
create table display (
  id          bigint primary key,
  name        text not null,
  code        bytea not null unique,  -- hashed
  subs        text[] not null,        -- none: every clinic
  pharmacy    boolean not null,
  made_at     timestamptz not null,
  made_by     text not null
);
