-- Lists of medicines that somebody is mapping to the dictionary, row by row, so that work can be resumed.
create table mapping (
  id         bigint      not null primary key,
  name       text        not null,
  created_at timestamptz not null
);

create table mapping_row (
  mapping_id bigint not null,
  position   int    not null,
  input      jsonb  not null,
  pile       text   not null,
  confidence numeric not null,
  candidates jsonb  not null,
  -- null: not decided; an empty text: decided that there is none
  chosen     text,
  primary key (mapping_id, position)
);
