-- The gateway's own tables. Neither a secret nor a token can be read from them.

create table client (
  id               text primary key,
  salt             bytea not null,
  verifier         bytea not null,
  organization     text not null,
  name             text not null,
  developer_email  text not null,
  application      uuid not null,
  created_at       timestamptz not null
);

-- The organization is written down with the token, so that one look-up answers who asks.
create table token (
  hash          bytea primary key,
  client        text not null,
  organization  text not null,
  issued_at     timestamptz not null,
  expires_at    timestamptz not null
);
create index token_expiry on token (expires_at);
