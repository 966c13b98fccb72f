-- Who somebody is lies in "sealed" from here on, under the installation's key number key_id; nik and card are hashes under
-- key number index_key of the index (docs/decisions/0645). What was kept plain is put aside: only the program has the keys,
-- so its next start seals it, before anybody is answered, and drops these tables.
alter table patient rename to unsealed_patient;
alter index patient_pkey rename to unsealed_patient_pkey;
drop index patient_nik, patient_card;

create table patient (
  record      text primary key,
  key_id      bigint not null,
  sealed      bytea not null,
  index_key   bigint not null,
  nik         bytea,
  card        bytea,             -- none for who is no member
  complete    boolean not null,  -- false until admission has seen the patient
  created_at  timestamptz not null
);
create unique index patient_nik on patient (nik) where nik is not null;
create unique index patient_card on patient (card) where card is not null;
create index patient_keys on patient (key_id, index_key);

alter table booking rename to unsealed_booking;
alter index booking_pkey rename to unsealed_booking_pkey;
drop index booking_number, booking_nik, booking_card, booking_reference, booking_waiting, booking_called, booking_day;

create table booking (
  code           text primary key,  -- unique for ever
  session        bigint not null,
  number         integer not null,
  day            date not null,
  jkn            boolean not null,
  key_id         bigint not null,
  sealed         bytea not null,
  index_key      bigint not null,
  nik            bytea,
  card           bytea,
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
  prescription   text,
  calls          integer not null default 0,
  called_at      timestamptz
) with (fillfactor = 70);
create unique index booking_number on booking (session, number);
create unique index booking_nik on booking (nik, day) where active;
create unique index booking_card on booking (card, day) where active and card is not null;
create unique index booking_reference on booking (reference) where active and reference <> '';
create index booking_waiting on booking (session, number) where waiting;
create index booking_called on booking (day, called_at) where called_at is not null;
create index booking_day on booking (day);
create index booking_keys on booking (key_id, index_key);

alter table surgery rename to unsealed_surgery;
alter index surgery_pkey rename to unsealed_surgery_pkey;
drop index surgery_day, surgery_card;

create table surgery (
  code        text primary key,
  day         date not null,
  procedure   text not null,
  clinic      text not null,
  name        text not null,
  done        boolean not null,
  key_id      bigint not null,
  sealed      bytea not null,
  index_key   bigint not null,
  card        bytea,
  updated_at  timestamptz not null
);
create index surgery_day on surgery (day, code);
create index surgery_card on surgery (card, day) where card is not null;
create index surgery_keys on surgery (key_id, index_key);

do $$
begin
  if not exists (select from unsealed_patient) and not exists (select from unsealed_booking)
      and not exists (select from unsealed_surgery) then
    drop table unsealed_patient, unsealed_booking, unsealed_surgery;
  end if;
end
$$;
