-- What a pharmacist took back. Dispenses and portions are never written again: a recall still finds whom they went to.

-- One for each dispense, so of two who take back at once the second finds the first. kind: 1 given in error, 2 came back,
-- 3 declined. id: of the movement, too, where packs came back. told_at: when SATUSEHAT had it. Few beside the dispenses, so
-- never in partitions (docs/decisions/0642).
create table facility.takeback (
  id       bigint primary key,
  dispense bigint not null unique,
  facility text not null,
  at       timestamptz not null,
  staff    text not null,
  kind     smallint not null check (kind between 1 and 3),
  reason   text not null,
  told_at  timestamptz
);

-- Where the units of each pack went. went: 1 kept apart, 2 on the shelf, 3 destroyed. What was given and is not here did
-- not come back.
create table facility.takeback_portion (
  takeback bigint not null,
  key      text not null,
  went     smallint not null check (went between 1 and 3),
  lot      bigint not null,
  units    numeric(12, 3) not null check (units > 0),
  primary key (takeback, key, went)
);
create index takeback_portion_key on facility.takeback_portion (key);
