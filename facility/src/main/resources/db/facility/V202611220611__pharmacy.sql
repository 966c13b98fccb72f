-- A pharmacy's stock, prescriptions and dispensing. Every table begins with its distribution key: the pack's key, the lot,
-- the prescription. A patient stands here by the number that SATUSEHAT gave, and by nothing else.

-- What a registration number stands for, as KFA told it, or a pharmacist.
create table facility.product (
  nie         text primary key,
  kfa         text,
  template    text,
  name        text not null,
  form        text not null default '',
  unit        text not null,
  substances  text[] not null default '{}',
  strength_mg numeric(14, 4),
  pack_units  numeric(12, 3) not null default 1,
  het         numeric(14, 2),
  jkn         numeric(14, 2),
  usable      boolean not null,
  checked_at  timestamptz not null,
  source      text not null
);
create index product_kfa on facility.product (kfa);
create index product_template on facility.product (template);

create table facility.price (
  facility text not null,
  nie      text not null,
  amount   numeric(14, 2) not null,
  primary key (facility, nie)
);

-- recalls: those that are open now; a pack of a lot with any is not dispensed.
create table facility.lot (
  id      bigint primary key,
  nie     text not null,
  batch   text not null,
  expiry  date not null,
  recalls bigint[] not null default '{}',
  unique (nie, batch, expiry)
);
create index lot_batch on facility.lot (batch);

-- Read by whoever dispenses or receives, locked by whoever recalls: see docs/decisions/0612.
create table facility.gate (
  one boolean primary key default true check (one)
);
insert into facility.gate (one) values (true);

-- One row for each serial, with whoever holds it now.
create table facility.pack (
  key         text primary key,
  barcode     text not null,
  lot         bigint not null,
  facility    text not null,
  place       text not null,
  state       smallint not null,
  units       numeric(12, 3) not null,
  whole       numeric(12, 3) not null,
  recalls     bigint[] not null default '{}',
  received_at timestamptz not null,
  trail       bigint[] not null
) with (fillfactor = 90);
-- what is still to be found somewhere: used and sent packs are many, and are looked for by lot
create index pack_here on facility.pack (facility, lot, place) where state in (1, 2, 3);
create index pack_lot on facility.pack (lot, key);

-- Only ever added to. packs: keys of the movement, for one that is looked at without its packs.
create table facility.movement (
  id          bigint primary key,
  facility    text not null,
  at          timestamptz not null,
  kind        smallint not null,
  staff       text not null,
  place       text not null default '',
  counterpart text not null default '',
  reason      text not null default '',
  packs       integer not null
);
create index movement_day on facility.movement (facility, at);

create table facility.prescription (
  id           bigint primary key,
  facility     text not null,
  number       text not null,
  nrn          text,
  patient      text not null,
  prescriber   text not null,
  organization text not null,
  visit        text,
  coverage     text not null,
  claim        text,
  written_at   timestamptz not null,
  valid_from   timestamptz,
  valid_until  timestamptz,
  own          boolean not null,
  encounter    text,
  document     text,
  scanned_at   timestamptz
);
create unique index prescription_nrn on facility.prescription (facility, nrn) where nrn is not null;
create index prescription_patient on facility.prescription (facility, patient, id);
create index prescription_recent on facility.prescription (facility, id);

-- kind: 1 one product, 2 compound by dose (d.t.d), 3 compound in equal parts. elsewhere: units that others dispensed, as the
-- ministry counted them when the prescription was fetched last.
create table facility.line (
  id             bigint primary key,
  prescription   bigint not null,
  place          smallint not null,
  kind           smallint not null,
  kfa            text,
  name           text not null,
  form           text not null default '',
  route          text not null default '',
  signa          text not null,
  quantity       numeric(12, 3) not null,
  unit           text not null,
  repeats        smallint not null,
  dispensed      numeric(12, 3) not null default 0,
  elsewhere      numeric(12, 3) not null default 0,
  substances     text[] not null default '{}',
  ingredients    jsonb not null default '[]',
  request        text
);
create index line_prescription on facility.line (prescription, place);

-- A compound is made before it is given, for one line or for several patients.
create table facility.compound (
  id       bigint primary key,
  facility text not null,
  line     bigint not null,
  made_at  timestamptz not null,
  staff    text not null,
  unit     text not null,
  made     numeric(12, 3) not null,
  units    numeric(12, 3) not null,
  best_by  date not null
);

create table facility.dispense (
  id           bigint primary key,
  facility     text not null,
  prescription bigint not null,
  line         bigint not null,
  patient      text not null,
  at           timestamptz not null,
  staff        text not null,
  quantity     numeric(12, 3) not null,
  unit         text not null,
  price        numeric(14, 2) not null,
  compound     bigint,
  substances   text[] not null default '{}',
  substitution jsonb,
  accepted     text[] not null default '{}',
  remote       text
);
create index dispense_prescription on facility.dispense (prescription, id);
create index dispense_compound on facility.dispense (compound, id) where compound is not null;
create index dispense_patient on facility.dispense (facility, patient, at desc);

-- Which serial went where: into a dispense, or into a compound. The lot stands first, so a recall reads one range.
create table facility.portion (
  lot      bigint not null,
  id       bigint not null,
  key      text not null,
  facility text not null,
  units    numeric(12, 3) not null,
  dispense bigint,
  compound bigint,
  patient  text,
  at       timestamptz not null,
  primary key (lot, id),
  check ((dispense is null) <> (compound is null))
);
create index portion_key on facility.portion (key, id);
create index portion_dispense on facility.portion (dispense) where dispense is not null;
create index portion_compound on facility.portion (compound) where compound is not null;

create table facility.allergy (
  facility  text not null,
  patient   text not null,
  substance text not null,
  name      text not null,
  noted_at  timestamptz not null,
  staff     text not null,
  primary key (facility, patient, substance)
);

create table facility.recall (
  id        bigint primary key,
  facility  text not null,
  opened_at timestamptz not null,
  staff     text not null,
  kind      smallint not null,
  value     text not null,
  nie       text not null default '',
  reason    text not null,
  closed_at timestamptz
);
create index recall_open on facility.recall (kind, value) where closed_at is null;

-- Who asked for names, and what for.
create table facility.contact_list (
  id       bigint primary key,
  recall   bigint not null,
  facility text not null,
  staff    text not null,
  at       timestamptz not null,
  purpose  text not null,
  patients integer not null
);

-- Every scan that was not simply good: what was seen, and what it was taken for.
create table facility.scan (
  id       bigint primary key,
  facility text not null,
  at       timestamptz not null,
  staff    text not null,
  key      text not null,
  verdict  text not null
);
create index scan_key on facility.scan (key, id);
