-- The outbox. What is still owed lies in parcel, which stays small; what is settled moves to settled, which is only
-- added to. Numbers come from a sequence, so that what was committed before has the lower number on every node.

create sequence parcel_number as bigint start 1001 cache 1;

create table parcel (
  id         bigint primary key default nextval('parcel_number'),
  remote     text not null,
  facility   text not null,
  key        text not null,
  kind       text not null,
  body       text not null,               -- JSON as posted, or as corrected
  posted_at  timestamptz not null,
  state      text not null default 'OWED' check (state in ('OWED', 'HELD', 'UNKNOWN', 'PARKED')),
  due        timestamptz not null,        -- not before
  attempts   integer not null default 0,
  failures   integer not null default 0,  -- in a row
  doubtful   boolean not null default false, -- may be there already: looked for before it is sent
  waiting    boolean not null default false, -- seen to stand behind another of its key; woken when that is settled
  aside      boolean not null default false, -- does not hold up its key
  holder     bigint,                      -- the node that carries it
  remedy     text,
  code       text,
  reason     text,
  ready      boolean generated always as (state in ('OWED', 'UNKNOWN') and not waiting) stored,
  check ((state = 'HELD') = (holder is not null)),
  check ((state = 'PARKED') = (remedy is not null))
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);

create index parcel_ready on parcel (remote, due, id) where ready;
create index parcel_line on parcel (remote, key, id) where not aside;
create index parcel_waiting on parcel (remote, key, id) where waiting;
create index parcel_held on parcel (holder) where holder is not null;
create index parcel_parked on parcel (id) where state = 'PARKED';
create index parcel_state on parcel (remote, state);

create table settled (
  id          bigint primary key,
  remote      text not null,
  facility    text not null,
  key         text not null,
  kind        text not null,
  body        text not null,
  posted_at   timestamptz not null,
  attempts    integer not null,
  outcome     text not null check (outcome in ('DONE', 'GIVEN_UP')),
  told        text not null,              -- JSON: what the remote said that is worth keeping
  reason      text not null,
  who         text not null,              -- who gave up; empty when it arrived
  settled_at  timestamptz not null
);
create index settled_line on settled (remote, key, id);

-- Everything that happened to a parcel, in order. Only added to.
create table attempt (
  parcel   bigint not null,
  id       bigint generated always as identity,
  at       timestamptz not null,
  what     text not null,
  outcome  text not null,
  code     text not null,
  reason   text not null,
  millis   integer not null,
  who      text not null,                 -- the person, or the node's number
  primary key (parcel, id)
);

-- Nodes that carry. By the database's clock, since the world's may be moved.
create table node (
  id           bigint primary key,
  alive_until  timestamptz not null
);

create table reconciliation (
  remote  text not null,
  day     date not null,
  at      timestamptz not null,
  here    integer not null,
  there   integer not null,               -- -1 when the remote could not say
  primary key (remote, day)
);

create table difference (
  remote    text not null,
  day       date not null,
  number    integer not null,
  facility  text not null,
  key       text not null,
  kind      text not null,
  what      text not null,
  here      text not null,
  there     text not null,
  delivery  text not null,
  primary key (remote, day, number)
);
