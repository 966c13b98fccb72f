-- The current version of every resource, one row each, with its bytes as they are answered.
--
-- A row is found by type and id, by its search terms (below), or by type and time. Ids come from the application:
-- rid rises with time, so that inserts stay at the right edge of its index, and it never changes.
create table satusehat.resource (
  rid     bigint   not null primary key,
  type    text     not null,
  id      text     not null,
  version bigint   not null, -- microseconds since 1970
  owner   text     not null, -- organization that may change it; empty: nobody
  patient text,              -- whom it is about, for consent
  starts  bigint,            -- the type's one searchable date, milliseconds since 1970, from
  ends    bigint,            -- ... to
  twin    bigint,            -- the same for two resources that are one resource sent twice
  tags    bigint[] not null, -- hashes of coarse codes, which narrow a search but do not find
  content bytea    not null
) with (toast_tuple_target = 8160); -- a prescription item fits into the row: no second table is asked for it

alter table satusehat.resource alter column content set storage main;
alter table satusehat.resource add constraint resource_name unique (id, type);
create index resource_time on satusehat.resource (type, version desc, rid desc);
create unique index resource_twin on satusehat.resource (twin) where twin is not null;

-- Versions that are not current any more. Only ever added to.
create table satusehat.history (
  rid     bigint not null,
  version bigint not null,
  content bytea  not null,
  primary key (rid, version)
) with (toast_tuple_target = 8160);

alter table satusehat.history alter column content set storage main;

-- What resources are found by: a hash of type, parameter and value; and of the value's system, or the reference's type.
create table satusehat.term (
  term   bigint  not null,
  rid    bigint  not null,
  system integer not null,
  primary key (term, rid, system)
);

-- Words of names.
create table satusehat.word (
  scope text collate "C" not null, -- type and parameter
  word  text collate "C" not null,
  rid   bigint           not null,
  primary key (scope, word, rid)
);

-- National prescription numbers that were given, and to which document.
create table satusehat.nrn (
  nrn      text   not null primary key,
  document bigint not null
);

-- Work that comes due by itself: written with what causes it, removed with what it did.
create table satusehat.job (
  id       bigint   not null primary key,
  kind     text     not null,
  rid      bigint   not null,
  due      bigint   not null, -- microseconds since 1970
  attempts smallint not null default 0
);

create index job_due on satusehat.job (due, id);

-- What organizations are told through the notice stream. Only ever added to.
create table satusehat.notice (
  id           bigint not null primary key,
  organization text   not null,
  kind         text   not null,
  content      bytea  not null
);

create index notice_of on satusehat.notice (organization, id);

-- Patients who do not want other organizations to see or write about them.
create table satusehat.optout (
  patient text not null primary key
);

-- Clients of eresep.
create table satusehat.eresep_user (
  name     text  not null primary key,
  salt     bytea not null,
  verifier bytea not null
);

-- The key that signs eresep's tokens, so that they survive a restart and hold on every node.
create table satusehat.signing_key (
  one         boolean not null primary key default true check (one),
  private_key bytea   not null,
  public_key  bytea   not null
);
