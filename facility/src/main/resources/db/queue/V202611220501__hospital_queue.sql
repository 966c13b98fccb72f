-- The queue of one hospital. Days are those of the hospital's own zone; moments are moments.

create table clinic (
  sub         text primary key,     -- subspecialty, which bookings name
  sub_name    text not null,
  clinic      text not null,
  name        text not null         -- as the hospital calls it
);

create table doctor (
  code  integer primary key,
  name  text not null
);

-- The week of a doctor as HFIS last told it. Letters go before numbers, so one letter is one doctor's hours.
create table practice (
  sub           text not null,
  doctor        integer not null,
  weekday       smallint not null,  -- 1 Monday to 7 Sunday, 8 national holiday
  open          time not null,
  close         time not null,
  letter        text not null,
  quota_jkn     integer not null check (quota_jkn >= 0),
  quota_other   integer not null check (quota_other >= 0),
  seconds_each  integer not null check (seconds_each > 0),
  primary key (sub, doctor, weekday, open, close)
);

create table holiday (
  day  date primary key,
  why  text not null
);

-- One doctor's hours on one day. Its row is the lock of its numbering: last_number only rises.
create table session (
  id             bigint primary key,
  sub            text not null,
  doctor         integer not null,
  day            date not null,
  open           time not null,
  close          time not null,
  letter         text not null,
  quota_jkn      integer not null check (quota_jkn >= 0),
  quota_other    integer not null check (quota_other >= 0),
  seconds_each   integer not null check (seconds_each > 0),
  closed         boolean not null default false,
  taken_jkn      integer not null default 0 check (taken_jkn >= 0),
  taken_other    integer not null default 0 check (taken_other >= 0),
  last_number    integer not null default 0,
  waiting        integer not null default 0 check (waiting >= 0),
  called_number  integer not null default 0,
  called_at      timestamptz,
  absent_done    boolean not null default false
) with (fillfactor = 50);
create unique index session_key on session (sub, doctor, day, open, close);
create unique index session_letter on session (day, letter);
create index session_unfinished on session (day, id) where not absent_done;

create sequence record_number as bigint start 200001;

create table patient (
  record         text primary key,
  card           text not null,     -- empty for who is no member
  nik            text not null,
  name           text not null,
  sex            text not null,
  born           date,
  phone          text not null,
  address        text not null,
  family_card    text not null,
  region         text[] not null,   -- code and name of province, regency, district, village; then RW and RT
  complete       boolean not null,  -- false until admission has seen the patient
  created_at     timestamptz not null
);
create unique index patient_nik on patient (nik) where nik <> '';
create unique index patient_card on patient (card) where card <> '';

-- What a booking may lean on, as far as the hospital knows: until when.
create table referral (
  number  text primary key,
  until   date not null
);

create table booking (
  code           text primary key,  -- unique for ever
  session        bigint not null references session (id),
  number         integer not null,
  day            date not null,
  jkn            boolean not null,
  card           text not null,
  nik            text not null,
  phone          text not null,
  record         text not null,
  new_patient    boolean not null,
  kind           smallint not null,
  reference      text not null,
  source         text not null,
  created_at     timestamptz not null,
  active         boolean not null default true,  -- neither cancelled nor absent
  waiting        boolean not null default true,  -- and the clinic is not done
  cancelled_at   timestamptz,
  cancel_reason  text,
  prescription   text
) with (fillfactor = 70);
create unique index booking_number on booking (session, number);
create unique index booking_nik on booking (nik, day) where active;
create unique index booking_card on booking (card, day) where active and card <> '';
create unique index booking_reference on booking (reference) where active and reference <> '';
create index booking_waiting on booking (session, number) where waiting;

-- What happened, with its source. Only ever added to: a correction of what nobody was told yet is a later turn.
create table event (
  booking      text not null,
  task         smallint not null,
  turn         smallint not null,
  happened_at  timestamptz not null,
  recorded_at  timestamptz not null,
  source       text not null,
  by_name      text not null,
  reason       text not null,
  primary key (booking, task, turn)
);

-- Which of them were posted to BPJS.
create table owed (
  booking  text not null,
  task     smallint not null,
  primary key (booking, task)
);

create table pharmacy_day (
  day            date not null,
  compounded     boolean not null,
  last_number    integer not null default 0,
  waiting        integer not null default 0 check (waiting >= 0),
  called_number  integer not null default 0,
  primary key (day, compounded)
) with (fillfactor = 50);

create table pharmacy_ticket (
  booking     text primary key,
  day         date not null,
  compounded  boolean not null,
  number      integer not null,
  taken_at    timestamptz not null,
  done        boolean not null default false
);
create unique index pharmacy_number on pharmacy_ticket (day, compounded, number);

create table surgery (
  code        text primary key,
  day         date not null,
  procedure   text not null,
  clinic      text not null,
  name        text not null,
  done        boolean not null,
  card        text not null,
  updated_at  timestamptz not null
);
create index surgery_day on surgery (day, code);
create index surgery_card on surgery (card, day) where card <> '';
