-- Resources that were deleted. Their versions stay in the history, the last one included.
create table satusehat.gone (
  rid     bigint not null primary key,
  type    text   not null,
  id      text   not null,
  owner   text   not null,
  version bigint not null -- the last one
);

create index gone_name on satusehat.gone (id, type);
