-- Returns that somebody proposed at the dashboard: nothing is sent to TTAC before a second person said yes.
create table proposal (
  id          bigint      not null primary key,
  sarana      integer     not null,
  target      integer     not null,
  target_name text        not null,
  barcodes    jsonb       not null,
  reason      text        not null,
  proposed_by text        not null,
  proposed_at timestamptz not null,
  state       text        not null check (state in ('proposed', 'rejected', 'sending', 'sent', 'failed')),
  decided_by  text,
  decided_at  timestamptz,
  note        text        not null
);
create index proposal_sarana on proposal (sarana, id);
