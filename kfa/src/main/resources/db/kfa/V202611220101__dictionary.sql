-- KFA's own tables. The whole truth about a row is its document, kept as it came; the columns beside it are only what
-- loading, the lists of devices and an operator's questions need. Lists and details of version 2 are read from files
-- made of these documents, so there are no tables for ingredients, packs and identifiers: they stand in the documents.

-- Which dictionary this is. Rises with every load that changed something; whoever keeps a copy compares; base
-- tells this database from any other.
create table edition (
  single   boolean primary key default true check (single),
  edition  bigint not null,
  cleared  bigint not null,
  seq      bigint not null,
  base     uuid not null default gen_random_uuid()
);
insert into edition (edition, cleared, seq) values (0, 0, 0);

create sequence product_id;

-- Generation 2: medicines, vaccines and devices of the second version (93, 83). Generation 3: devices of the third (33).
create table product (
  id             bigint primary key,
  generation     smallint not null,
  code           text collate "C",
  source_id      bigint,
  kind           text not null,
  template_code  text collate "C",
  template_name  text collate "C" not null,
  name           text not null,
  active         boolean not null,
  state          text,
  updated_at     timestamptz not null,
  nie            text collate "C",
  lkpp           text collate "C",
  fix_price      text,
  het_price      text,
  replacement    text,
  refs           text[],
  category       text collate "C",
  words          text,
  digest         bytea not null,
  edition        bigint not null,
  doc            json not null
);
create unique index product_code on product (generation, code);
create index product_source on product (source_id) where code is null;
create index product_uncoded on product (template_code) where code is null;
create index product_edition on product (edition);
create index product_nie on product (nie);

-- Templates of generation 2 come with their products and have no document of their own.
create table template (
  generation  smallint not null,
  code        text collate "C" not null,
  name        text not null,
  active      boolean not null,
  state       text,
  kind        text not null,
  updated_at  timestamptz not null,
  category    text collate "C",
  words       text,
  digest      bytea not null,
  edition     bigint not null,
  doc         json,
  primary key (generation, code)
);

-- Prices of templates, by region; expired ones stay.
create table price (
  id             bigint primary key,
  template_code  text collate "C" not null,
  region_code    text collate "C" not null,
  document_ref   text not null,
  start_date     text not null,
  end_date       text,
  active         boolean not null,
  price_unit     text not null,
  digest         bytea not null,
  edition        bigint not null,
  doc            json not null,
  unique (template_code, region_code, document_ref, start_date)
);

create table atc (
  code      text collate "C" primary key,
  level     text not null,
  parent    text,
  position  bigint not null,
  digest    bytea not null,
  edition   bigint not null,
  doc       json not null
);

create table tag (
  code      text collate "C" primary key,
  level     text not null,
  parent    text,
  position  bigint not null,
  digest    bytea not null,
  edition   bigint not null,
  doc       json not null
);

-- What became of the dictionary, row by row, in the order in which it happened.
create table change (
  seq      bigint primary key,
  at       timestamptz not null,
  what     text not null,
  subject  text not null,
  id       bigint,
  code     text,
  name     text not null,
  before   text,
  after    text
);
create index change_code on change (code, seq);

-- Loads that come in pieces, so that one that was cut off can go on where it was.
create table import_run (
  id           bigint primary key,
  source       text not null,
  state        text not null,
  place        text,
  started_at   timestamptz not null,
  finished_at  timestamptz,
  report       json
);
create index import_run_source on import_run (source, started_at);
