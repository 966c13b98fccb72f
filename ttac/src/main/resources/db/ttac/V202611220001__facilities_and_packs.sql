-- TTAC's own tables. Ids are made by the application, except those of events: they must rise in the order in
-- which packs were locked, and only the database knows that order.

create table sarana (
  id          integer primary key,
  id_group    integer not null,
  nama        text not null,
  alamat      text not null,
  no_telp     text not null,
  fax         text,
  provinsi    text,
  kota        text,
  latitude    text,
  longitude   text,
  npwp        text,
  peran       text not null,
  aktif       boolean not null,
  created_at  timestamptz not null
);

-- Who may send to whom: what the document calls the list of targets a user has.
create table target (
  sarana  integer not null,
  target  integer not null,
  primary key (sarana, target)
);

create table account (
  id          integer primary key,
  sarana      integer not null,
  email       text not null,
  name        text not null,
  phone       text,
  salt        bytea not null,
  verifier    bytea not null,
  aktif       boolean not null,
  created_at  timestamptz not null
);
create unique index account_email on account (lower(email));

-- Tokens are kept as hashes. The box holds the token sealed under a key that only the account's password opens,
-- so that a second login can hand out the same token although nobody who reads this table can use it.
create table token (
  hash        bytea primary key,
  account     integer not null,
  sarana      integer not null,
  box         bytea not null,
  issued_at   timestamptz not null,
  expires_at  timestamptz not null,
  warned_at   timestamptz
);
create index token_account on token (account, expires_at);
create index token_expiry on token (expires_at) where warned_at is null;

create table location (
  id          bigint primary key,
  sarana      integer not null,
  alamat      text not null,
  no_telp     text not null,
  fax         text,
  latitude    text not null,
  longitude   text not null,
  point_lat   numeric(10, 7) not null,
  point_long  numeric(10, 7) not null,
  unique (sarana, point_lat, point_long)
);

create table lot (
  id        bigint primary key,
  nie       text not null,
  batch_no  text not null,
  exp_date  date not null,
  unique (nie, batch_no, exp_date)
);

-- A unit of any level. Holder and transit stand on the root of the aggregation tree (parent is null) and nowhere
-- else, so moving a pallet is one row whatever is inside. None of the columns that a movement changes is indexed
-- and pages keep room, so a movement is a heap-only update that touches no index.
create table pack (
  id              bigint primary key,
  key             text collate "C" not null,
  barcode         text not null,
  level           smallint not null check (level between 1 and 3),
  status          smallint not null check (status between 0 and 3),
  lot             bigint,
  parent          bigint,
  joined          bigint,
  path            integer[],
  received        boolean not null default false,
  transit_from    integer,
  transit_to      integer,
  transit_kind    smallint,
  shipment        bigint,
  trail           bigint[] not null,
  check ((level = 1) = (lot is not null)),
  check ((parent is null) = (path is not null)),
  check ((parent is null) = (joined is null)),
  check ((shipment is null) = (transit_to is null)),
  check (parent is null or shipment is null)
) with (fillfactor = 80);
create unique index pack_key on pack (key);
create index pack_parent on pack (parent) where parent is not null;
create index pack_lot on pack (lot) where lot is not null;

-- How many primers of which lot and status a sekunder or tersier holds at any depth: what may be asked of a pallet
-- without looking at its hundred thousand packs.
create table content (
  parent   bigint not null,
  lot      bigint not null,
  status   smallint not null,
  primers  integer not null,
  primary key (parent, lot, status)
) with (fillfactor = 80);

-- Everything that ever happened, never changed. packs are the roots that took part.
create table event (
  id           bigint generated always as identity primary key,
  kind         smallint not null,
  at           timestamptz not null,
  sarana       integer not null,
  from_sarana  integer,
  to_sarana    integer,
  reason       text,
  parent       bigint,
  packs        bigint[] not null,
  request      text not null
);

-- What was set on its way by one event, and how many of its units are still open.
create table shipment (
  event        bigint primary key,
  from_sarana  integer not null,
  to_sarana    integer not null,
  kind         smallint not null,
  sent_at      timestamptz not null,
  reason       text,
  units        integer not null,
  open         integer not null check (open >= 0),
  lots         bigint[] not null
) with (fillfactor = 70);
create index shipment_inbox on shipment (to_sarana, event) where open > 0;

-- What a deleted unit was: its history must still be told.
create table tombstone (
  id          bigint primary key,
  key         text collate "C" not null,
  barcode     text not null,
  level       smallint not null,
  status      smallint not null,
  lot         bigint,
  trail       bigint[] not null,
  deleted_at  timestamptz not null
);
create index tombstone_key on tombstone (key);

-- Answers to requests that carried an Idempotency-Key.
create table answered (
  sarana   integer not null,
  key      text not null,
  request  bytea not null,
  answer   bytea,
  at       timestamptz not null,
  primary key (sarana, key)
);
create index answered_at on answered (at);
