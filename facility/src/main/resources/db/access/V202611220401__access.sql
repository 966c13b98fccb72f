create table access.facility (
  id           text primary key,
  name         text not null,
  kind         text not null,
  sarana       integer,
  organization text,
  ppk          text,
  zone         text not null
);

create table access.staff (
  id         bigint primary key,
  username   text not null unique,
  name       text not null,
  salt       bytea not null,
  verifier   bytea not null,
  active     boolean not null,
  external   text unique,
  created_at timestamptz not null
);

create table access.staff_role (
  facility text not null,
  staff    bigint not null,
  role     text not null,
  primary key (facility, staff, role)
);
create index staff_role_of_staff on access.staff_role (staff);

-- A token is kept hashed: who reads the database cannot use it.
create table access.session (
  token      bytea primary key,
  staff      bigint not null,
  facility   text not null,
  started_at timestamptz not null,
  seen_at    timestamptz not null,
  ends_at    timestamptz not null
);
create index session_of_staff on access.session (staff);
create index session_by_end on access.session (ends_at);

-- The reason is a person's own words about a patient, so it is sealed.
create table access.glass (
  facility text not null,
  id       bigint not null,
  staff    bigint not null,
  role     text not null,
  reason   bytea not null,
  taken_at timestamptz not null,
  ends_at  timestamptz not null,
  primary key (facility, id)
);
create index glass_of_staff on access.glass (staff, ends_at);

-- Who a patient is lies in "sealed", under a key of its own, which lies in "wrapped" under the installation's key
-- number key_id. Erasing a patient destroys "wrapped".
create table access.patient (
  facility   text not null,
  id         bigint not null,
  key_id     bigint not null,
  wrapped    bytea not null,
  sealed     bytea not null,
  nik        bytea,
  card       bytea,
  ihs        bytea,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  erased     boolean not null,
  primary key (facility, id)
);
create unique index patient_nik on access.patient (nik, facility) where nik is not null;
create unique index patient_card on access.patient (card, facility) where card is not null;
create unique index patient_ihs on access.patient (ihs, facility) where ihs is not null;
create index patient_key on access.patient (key_id) where not erased;

create table access.invitation (
  code     bytea primary key,
  facility text not null,
  patient  bigint not null,
  ends_at  timestamptz not null
);

-- Written in the transaction of what is told; tied into the chain, and removed from here, a moment later.
create table access.audit_inbox (
  facility  text not null,
  id        bigint not null,
  at        timestamptz not null,
  staff     bigint not null,
  glass     boolean not null,
  operation text not null,
  deed      text not null,
  patient   bigint not null,
  purpose   text not null,
  primary key (facility, id)
);

create table access.audit_entry (
  facility  text not null,
  seq       bigint not null,
  id        bigint not null,
  at        timestamptz not null,
  staff     bigint not null,
  glass     boolean not null,
  operation text not null,
  deed      text not null,
  patient   bigint not null,
  purpose   text not null,
  hash      bytea not null,
  primary key (facility, seq)
);
create index audit_entry_of_patient on access.audit_entry (facility, patient, at) where patient <> 0;
create index audit_entry_of_staff on access.audit_entry (facility, staff, at);

create function access.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit is only ever added to';
end $$;
create trigger audit_entry_stays before update or delete on access.audit_entry
  for each statement execute function access.refuse_change();

-- The end of each facility's chain, sealed with a key that is not in the database.
create table access.audit_head (
  facility text primary key,
  seq      bigint not null,
  hash     bytea not null,
  seal     bytea not null
);

create table access.audit_root (
  facility  text not null,
  day       date not null,
  seq       bigint not null,
  hash      bytea not null,
  signature bytea not null,
  primary key (facility, day)
);

create table access.oidc_attempt (
  state    bytea primary key,
  nonce    text not null,
  verifier text not null,
  browser  bytea not null,
  ends_at  timestamptz not null
);
create index oidc_attempt_by_end on access.oidc_attempt (ends_at);
